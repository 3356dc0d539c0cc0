/** react-admin's questions, asked of our API. Knows the contract of lists and records, and no entity. */
import type { DataProvider, GetListParams, Identifier, RaRecord } from 'ra-core';
import { changesOf } from './changes';
import { request } from './client';
import { fieldMessage } from './http';
import { jumpOf, queryOf, whereOf, within } from './listQuery';
import { type Ask, type Envelope, Pages } from './pages';
import { picked } from './search';
import { session, type User } from './session';
import { writes } from './writes';

type Values = Record<string, unknown>;
type Row = RaRecord & Values;
type Kept = Values & { id: Identifier; version?: number };

const pages = new Pages<Row>();

/** What only our API has beside react-admin's verbs. */
export type CrmProvider = DataProvider & {
    archive(resource: string, params: { id: Identifier }): Promise<{ data: Row }>;
    restore(resource: string, params: { id: Identifier }): Promise<{ data: Row }>;
    run(resource: string, params: { id: Identifier; data?: Values }): Promise<{ data: Row }>;
    undo(resource: string, params: { id: Identifier }): Promise<{ data: Row }>;
    preview<T>(resource: string, params: { id: Identifier; query: Values; signal?: AbortSignal }): Promise<T>;
};

async function getList(resource: string, params: GetListParams) {
    const { page = 1, perPage = 50 } = params.pagination ?? {};
    const typed = params.filter?.typed as string | undefined;
    if (typed) return { data: await picked(resource, typed, params.signal), pageInfo: { hasNextPage: false, hasPreviousPage: false } };
    const jump = jumpOf(params);
    const where = whereOf(params);
    const place = page - (jump?.back ?? 0);
    const ask: Ask<Row> = (cursor, limit) =>
        request(`/${resource}?${queryOf({ ...where, cursor, limit })}`, { signal: params.signal });
    const turnTo = () => pages.page(`${resource}?${queryOf(where)}`, place, perPage, ask);
    const answer = await turnTo().catch(error => afterForgetting(error, turnTo));
    return listOf({ ...answer, items: within(answer.items, jump) });
}

/** The server no longer takes its own cursor (its key was changed): we walk there anew. */
function afterForgetting<T>(error: unknown, again: () => Promise<T>): Promise<T> {
    if (!fieldMessage(error, 'cursor')) throw error;
    pages.forget();
    return again();
}

session.subscribe(() => {
    if (session.state().current === null) pages.forget();
});

/** A row that tells of several records has no id of its own, and react-admin wants one. */
const numbered = (row: Row, place: number): Row => ('id' in row ? row : { ...(row as Values), id: place });

/** An inexact total is told beside the list: react-admin would count pages by it. */
const listOf = (answer: Envelope<Row>) => ({
    data: answer.items.map(numbered),
    total: answer.total_is_exact ? (answer.total ?? undefined) : undefined,
    pageInfo: { hasNextPage: answer.next !== null, hasPreviousPage: answer.previous !== null },
    meta: { total: answer.total, exact: answer.total_is_exact, partial: answer.partial },
});

/** The server takes this many ids in one question. */
const IDS = 100;

async function getMany(resource: string, ids: Identifier[]) {
    const groups = Array.from({ length: Math.ceil(ids.length / IDS) }, (_, n) => ids.slice(n * IDS, (n + 1) * IDS));
    const answers = await Promise.all(
        groups.map(group => request<Envelope<Row>>(`/${resource}?${queryOf({ ids: group, limit: IDS })}`)),
    );
    return { data: answers.flatMap(answer => answer.items) };
}

const path = (resource: string, id: Identifier): string => `/${resource}/${encodeURIComponent(id)}`;

async function update(resource: string, id: Identifier, data: Values, before: Kept | undefined): Promise<Row> {
    const body = changesOf(data, before);
    if (before && Object.keys(body).length === 0) return before as Row;
    const headers = { 'If-Match': `"${before?.version ?? ''}"` };
    const after = await writes.noticed(request<Row>(path(resource, id), { method: 'PATCH', body, headers }));
    if (resource === 'users') noticeMyself(after);
    return after;
}

/** Whoever changed themselves is greeted, and offered buttons, as who they are now. */
function noticeMyself(user: Row): void {
    if (user.id === session.state().current?.user.id) session.updateUser(user as unknown as User);
}

const verb = async (target: string, method: 'POST' | 'DELETE', body: Values = {}) => ({
    data: await writes.noticed(request<Row>(target, { method, body: method === 'POST' ? body : undefined })),
});

const provider = {
    getList,
    getMany: (resource: string, params: { ids: Identifier[] }) => getMany(resource, params.ids),
    getManyReference: (resource: string, params: GetListParams & { target: string; id: Identifier }) =>
        getList(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),
    getOne: async (resource: string, params: { id: Identifier; signal?: AbortSignal }) => ({
        data: await request<Row>(path(resource, params.id), { signal: params.signal }),
    }),
    create: async (resource: string, params: { data: Values }) => ({
        data: await writes.noticed(request<Row>(`/${resource}`, { method: 'POST', body: params.data })),
    }),
    update: async (resource: string, params: { id: Identifier; data: Values; previousData?: Kept }) => ({
        data: await update(resource, params.id, params.data, params.previousData),
    }),
    delete: async (resource: string, params: { id: Identifier; previousData?: Row }) => {
        const answer = await verb(path(resource, params.id), 'DELETE');
        return { data: answer.data ?? params.previousData };
    },
    archive: (resource: string, params: { id: Identifier }) => verb(path(resource, params.id), 'DELETE'),
    restore: (resource: string, params: { id: Identifier }) => verb(`${path(resource, params.id)}/restore`, 'POST'),
    run: (resource: string, params: { id: Identifier; data?: Values }) => verb(`${path(resource, params.id)}/run`, 'POST', params.data),
    undo: (resource: string, params: { id: Identifier }) => verb(`${path(resource, params.id)}/undo`, 'POST'),
    preview: (resource: string, { id, query, signal }: { id: Identifier; query: Values; signal?: AbortSignal }) =>
        request(`${path(resource, id)}/preview?${queryOf(query)}`, { signal }),
    updateMany: () => Promise.reject(new Error('Records are changed one by one.')),
    deleteMany: () => Promise.reject(new Error('Records are archived one by one.')),
    supportAbortSignal: true,
};

// react-admin's own type promises any record type a caller names; only the server knows, so the promise is made here.
export const dataProvider = provider as unknown as CrmProvider;
