/** The lists of the fake API: sort, filter, cursors and jumps as the contract says, in memory. */
import type { Fields, Stored } from './builders.ts';

/** One sort: the value a row is placed by. */
export type Sorts = Record<string, (record: Stored) => string>;

export const fold = (text: unknown): string =>
    String(text ?? '').replace(/œ/gi, 'oe').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const by = (...fields: string[]): Sorts =>
    Object.fromEntries(fields.map(field => [field, (record: Stored) => fold(record[field])]));

type Placed = { record: Stored; key: string };

/** Blanks last, then by value, then by id. */
function placed(records: Stored[], key: (record: Stored) => string, descending: boolean): Placed[] {
    const all = records.map(record => ({ record, key: `${key(record) || '\uffff'} ${record.id}` }));
    all.sort((one, other) => (one.key < other.key ? -1 : 1));
    return descending ? all.reverse() : all;
}

const seal = (end: 'after' | 'before', key: string, list: string): string =>
    Buffer.from(JSON.stringify([end, key, list])).toString('base64url');

const SECRET_PARAMETERS = ['cursor', 'limit'];

function identity(query: URLSearchParams, key: string): string {
    return key + [...query].filter(([name]) => !SECRET_PARAMETERS.includes(name)).map(pair => pair.join('=')).sort().join('&');
}

function startOf(all: Placed[], query: URLSearchParams, limit: number, mine: string): number | 'refused' {
    const cursor = query.get('cursor');
    const from = query.get('from');
    const descending = query.get('order') === 'desc';
    const at = (found: number) => (found < 0 ? all.length : found);
    if (!cursor) {
        if (!from) return 0;
        return at(all.findIndex(({ key }) => (descending ? key <= `${fold(from)}\uffff` : key >= fold(from))));
    }
    const [end, key, list] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    if (list !== mine) return 'refused';
    const isBefore = (row: Placed) => (descending ? row.key > key : row.key < key);
    const passed = all.filter(isBefore).length;
    if (end === 'before') return Math.max(0, passed - limit);
    return all[passed]?.key === key ? passed + 1 : passed;
}

/** The envelope of one page, or `undefined` for a cursor of another list. */
export function page(records: Stored[], query: URLSearchParams, sorts: Sorts, row: (record: Stored) => Fields, key: string) {
    const limit = Number(query.get('limit') ?? 50);
    const sort = sorts[query.get('sort') ?? ''] ?? Object.values(sorts)[0];
    const all = placed(records, sort, query.get('order') === 'desc');
    const start = startOf(all, query, limit, identity(query, key));
    if (start === 'refused') return undefined;
    const here = all.slice(start, start + limit);
    const list = identity(query, key);
    return {
        items: here.map(({ record }) => row(record)),
        next: start + limit < all.length ? seal('after', here[here.length - 1].key, list) : null,
        previous: start > 0 ? seal('before', all[start]?.key ?? all[all.length - 1].key, list) : null,
        total: all.length,
        total_is_exact: true,
        partial: false,
    };
}
