/** The exact count of a list that is too long to be counted in one answer. */
import { request } from './client';
import { queryOf, whereOf } from './listQuery';

type Slice = { count: number; cursor: string | null };

/** The sum so far, after each slice of the list that the server has gone through. */
export async function* countOf(resource: string, filter: Record<string, unknown>, signal: AbortSignal): AsyncGenerator<number> {
    let sum = 0;
    let cursor: string | null | undefined;
    while (cursor !== null) {
        const slice: Slice = await request(`/${resource}/count?${queryOf({ ...whereOf({ filter }), cursor })}`, { signal });
        sum += slice.count;
        cursor = slice.cursor;
        yield sum;
    }
}
