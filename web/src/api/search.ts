/** Asks for records by anything that is typed of them. */
import { request } from './client';
import { queryOf } from './listQuery';

export type HitKind = 'contact' | 'company';

export type Hit = { kind: HitKind; id: string; label: string; detail: string | null };

export type Answer = {
    items: Hit[];
    /** Some were not looked for: it would have cost too much. */
    partial: boolean;
    /** Where to go on for more. */
    next: string | null;
};

type Asked = { kind?: HitKind; cursor?: string; signal?: AbortSignal };

/** The server refuses more. */
const LONGEST = 200;

export const search = (typed: string, { kind, cursor, signal }: Asked = {}): Promise<Answer> =>
    request<Answer>(`/search?${queryOf({ q: typed.slice(0, LONGEST), kind, cursor })}`, { signal });

const KINDS: Record<string, HitKind> = { contacts: 'contact', companies: 'company' };

/** The rows of a list that have what is typed, as a picker shows them. */
export async function picked(resource: string, typed: string, signal?: AbortSignal): Promise<{ id: string; name: string }[]> {
    const { items } = await search(typed, { kind: KINDS[resource], signal });
    return items.map(({ id, label }) => ({ id, name: label }));
}
