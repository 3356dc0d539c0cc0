/** Saves a changed interest; lists that show its name are asked anew. */
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { statusOf } from '../api';
import type { Interest, NewInterest } from './interest';

export function useInterestSave(interest: Interest, onDone: () => void) {
    const provider = useDataProvider();
    const client = useQueryClient();
    const notify = useNotify();
    const [busy, setBusy] = useState(false);
    const [error, setError] = useState<unknown>(null);
    const save = async (values: NewInterest): Promise<void> => {
        setBusy(true);
        try {
            await provider.update('interests', { id: interest.id, data: { ...interest, ...values }, previousData: interest });
            notify('crm.interests.saved', { messageArgs: { name: values.name } });
            onDone();
        } catch (refusal) {
            setError(refusal);
            if (statusOf(refusal) !== 422) notify((refusal as Error).message, { type: 'error' });
        } finally {
            setBusy(false);
            await client.invalidateQueries({ queryKey: ['interests'] });
        }
    };
    return { save, busy, error };
}
