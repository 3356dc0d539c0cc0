/** Enters the house, or says why not; once inside, the gate leads to the page that was wanted. */
import { HttpError } from 'ra-core';
import { useState } from 'react';
import { authProvider, type Credentials, statusOf } from '../api';

type Refused = { message: string; error: unknown };

export function useDoor() {
    const [busy, setBusy] = useState(false);
    const [refused, setRefused] = useState<Refused | null>(null);
    const enter = async (credentials: Credentials): Promise<void> => {
        setBusy(true);
        setRefused(null);
        try {
            await authProvider.login(credentials);
        } catch (error) {
            setRefused({ message: error instanceof HttpError ? String(error.message) : 'crm.errors.server', error });
            setBusy(false);
        }
    };
    // Messages of fields stand beside them; saying them twice would be shouting.
    const refusal = refused && statusOf(refused.error) !== 422 ? refused.message : null;
    return { enter, busy, refusal, error: refused?.error };
}
