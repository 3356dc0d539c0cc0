/** Saves, changes and removes the view of the list on the page; a removal can be undone. */
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useListContext, useNotify } from 'ra-core';
import { useLocation, useNavigate } from 'react-router-dom';
import { type CrmProvider, firstMessage } from '../api';
import { searchOf, toKeep, type View } from './view';
import { ViewRemoved } from './ViewRemoved';

export type ViewForm = { name: string; shared: boolean };

export function useViewVerbs() {
    const { resource, filterValues, sort } = useListContext();
    const provider = useDataProvider<CrmProvider>();
    const client = useQueryClient();
    const notify = useNotify();
    const navigate = useNavigate();
    const { pathname } = useLocation();

    /** Answers whether it was done; a refusal is told. */
    const attempt = async (write: () => Promise<View | undefined>): Promise<boolean> => {
        try {
            const view = await write();
            await client.invalidateQueries({ queryKey: ['views'] });
            if (view) void navigate({ pathname, search: searchOf(view) });
            return true;
        } catch (error) {
            notify(firstMessage(error) ?? (error as Error).message, { type: 'error' });
            return false;
        }
    };
    const look = toKeep({ filterValues, sort });
    const restore = (view: View) => attempt(async () => (await provider.restore('views', { id: view.id })).data as unknown as View);
    return {
        create: (form: ViewForm) => attempt(async () => (await provider.create<View>('views', { data: { resource, ...form, ...look } })).data),
        change: (view: View, form: ViewForm) =>
            attempt(async () => (await provider.update<View>('views', { id: view.id, data: form, previousData: view })).data),
        keepLook: (view: View) => attempt(async () => (await provider.update<View>('views', { id: view.id, data: look, previousData: view })).data),
        remove: (view: View) =>
            attempt(async () => {
                await provider.archive('views', { id: view.id });
                notify(<ViewRemoved name={view.name} undo={() => void restore(view)} />, { autoHideDuration: 10_000 });
                return undefined;
            }),
    };
}
