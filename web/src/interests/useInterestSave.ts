/** Saves a changed interest against the version it had when its dialog opened; whatever shows its name is asked anew. */
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetOne, useNotify } from 'ra-core';
import { useState } from 'react';
import { statusOf } from '../api';
import { WHOLE } from '../layout';
import type { Interest, NewInterest } from './interest';

/** Each opening of the dialog asks for itself: an older answer would hold an older version. */
const ANEW = { gcTime: 0, refetchOnWindowFocus: false };

export function useInterestSave(id: string, onDone: () => void) {
    const provider = useDataProvider();
    const client = useQueryClient();
    const notify = useNotify();
    const { data: before, isFetching } = useGetOne<Interest>('interests', { id, meta: WHOLE }, ANEW);
    const [busy, setBusy] = useState(false);
    const [error, setError] = useState<unknown>(null);
    const save = async (values: NewInterest): Promise<void> => {
        setBusy(true);
        try {
            await provider.update('interests', { id, data: { ...before, ...values }, previousData: before });
            notify('crm.interests.saved', { messageArgs: { name: values.name } });
            onDone();
        } catch (refusal) {
            setError(refusal);
            if (statusOf(refusal) !== 422) notify((refusal as Error).message, { type: 'error' });
        }
        setBusy(false);
        await client.invalidateQueries({ queryKey: ['interests'] });
    };
    return { save, ready: Boolean(before) && !isFetching && !busy, error };
}
