/** A look into the file of an import, anew for each charset and delimiter that is tried. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import type { CrmProvider } from '../api';
import type { Choices, Preview } from './preview';

type Format = Pick<Choices, 'charset' | 'delimiter'>;

export const previewOf = (provider: CrmProvider, id: string, { charset, delimiter }: Format = {}) =>
    queryOptions({
        queryKey: ['imports', 'preview', id, charset, delimiter],
        queryFn: ({ signal }) => provider.preview<Preview>('imports', { id, query: { charset, delimiter }, signal }),
        staleTime: Infinity,
    });

/** The former look stays on the screen until the next one is there; what was recognised outlives one that is refused. */
export function usePreview(id: string, format: Format) {
    const provider = useDataProvider<CrmProvider>();
    const recognised = useQuery(previewOf(provider, id));
    const { data: preview, error: failure } = useQuery({ ...previewOf(provider, id, format), placeholderData: keepPreviousData });
    return { preview, failure, recognised: recognised.data };
}
