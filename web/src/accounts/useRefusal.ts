/** Sends what a door asks, and keeps what the server answered when it refused. */
import { HttpError } from 'ra-core';
import { useState } from 'react';
import { statusOf } from '../api';

type Refused = { message: string; error: unknown };

/** `refusal` is said aloud; messages of fields stand beside them, and saying them twice would be shouting. */
export function useRefusal() {
    const [busy, setBusy] = useState(false);
    const [refused, setRefused] = useState<Refused | null>(null);
    const attempt = async (act: () => Promise<void>): Promise<void> => {
        setBusy(true);
        setRefused(null);
        try {
            await act();
        } catch (error) {
            setRefused({ message: error instanceof HttpError ? String(error.message) : 'crm.errors.server', error });
            setBusy(false);
        }
    };
    const refusal = refused && statusOf(refused.error) !== 422 ? refused.message : null;
    return { attempt, busy, refusal, error: refused?.error };
}
