/** Puts a former value of one field back, on the record as it is shown. */
import { useQueryClient } from '@tanstack/react-query';
import { type RaRecord, useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { statusOf } from '../api';
import type { Change } from './history';

export function useFieldRestore(resource: string, record: RaRecord) {
    const provider = useDataProvider();
    const client = useQueryClient();
    const notify = useNotify();
    const [restoring, setRestoring] = useState(false);
    const restore = async ({ field, old }: Change): Promise<void> => {
        setRestoring(true);
        try {
            await provider.update(resource, { id: record.id, data: { ...record, [field]: old }, previousData: record });
            notify('crm.history.put_back_done');
        } catch (error) {
            const message = statusOf(error) === 412 ? 'crm.history.moved' : (error as Error).message;
            notify(message, { type: 'warning' });
        } finally {
            setRestoring(false);
            await client.invalidateQueries({ queryKey: [resource] });
        }
    };
    return { restore, restoring };
}
