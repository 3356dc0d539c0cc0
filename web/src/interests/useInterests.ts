/** All interests of the account: few enough to be asked for once and kept. */
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import type { Interest } from './interest';

/** The server's greatest page. */
const PAGE = 200;

/** Milliseconds in which the parts of a page do not ask again; later they show what is kept while they do, since an import or a colleague may have made some. */
const FRESH = 10_000;

const NONE: Interest[] = [];

export type Interests = { interests: Interest[]; isPending: boolean; error: Error | null };

export function useInterests(archived = false): Interests {
    const provider = useDataProvider();
    const { data, isPending, error } = useQuery({
        // Named as react-admin names a list, so that it is asked anew with the other lists.
        queryKey: ['interests', 'getList', { archived }],
        queryFn: async ({ signal }) => {
            const found: Interest[] = [];
            for (let page = 1, more = true; more; page += 1) {
                const answer = await provider.getList<Interest>('interests', {
                    pagination: { page, perPage: PAGE },
                    sort: { field: 'name', order: 'ASC' },
                    filter: { archived },
                    signal,
                });
                found.push(...answer.data);
                more = Boolean(answer.pageInfo?.hasNextPage);
            }
            return found;
        },
        staleTime: FRESH,
    });
    return { interests: data ?? NONE, isPending, error };
}
