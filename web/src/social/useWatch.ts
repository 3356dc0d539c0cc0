/** Watches a profile; what the server finds wrong with it is shown beside the field. */
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { fieldMessage, social } from '../api';
import type { Owner } from './useActivity';

export function useWatch({ resource, id }: Owner) {
    const client = useQueryClient();
    const notify = useNotify();
    const [watching, setWatching] = useState(false);
    const [wrong, setWrong] = useState<string>();
    const watch = async (network: string, profile: string): Promise<boolean> => {
        setWatching(true);
        try {
            await social.watch(resource, id, network, profile);
            await client.invalidateQueries({ queryKey: [resource] });
            notify('crm.social.watched', { type: 'success' });
            return true;
        } catch (error) {
            setWrong(fieldMessage(error, 'profile') ?? (error as Error).message);
            return false;
        } finally {
            setWatching(false);
        }
    };
    return { watch, watching, wrong };
}
