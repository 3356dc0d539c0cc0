/** The saved views of a list: one's own and those of the team. */
import { useGetList } from 'ra-core';
import type { View } from './view';

const ALL = { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } } as const;

export function useViews(resource: string): View[] {
    const { data = [] } = useGetList<View>('views', { ...ALL, filter: { resource } });
    return data;
}
