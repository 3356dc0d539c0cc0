/** The same person or company twice: told while typing, found in pairs, merged, and a merge undone. */
import type { Identifier } from 'ra-core';
import { request } from './client';
import type { Envelope } from './pages';
import { writes } from './writes';

export type Twin = 'contacts' | 'companies';

export type Reason = 'email' | 'phone' | 'name' | 'siren';

/** What a list knows of a record of either kind. */
export type TwinRow = {
    id: string;
    name: string;
    site_label?: string | null;
    company?: string | null;
    title?: string | null;
    city?: string | null;
    email?: string | null;
    phone?: string | null;
};

export type Likely = TwinRow & { reasons: Reason[] };

export type LikelyPair = { resource: Twin; a: TwinRow; b: TwinRow; reasons: Reason[] };

export type Side = 'winner' | 'loser';

export type MergeField = { field: string; winner: unknown; loser: unknown; chosen: Side | 'both' | 'same' };

export type CareerLine = { id: string; company: string; title: string | null; start: string | null; end: string | null; is_main: boolean; from: Side | 'both' };

export type MergePreview = {
    winner: { id: string; name: string };
    loser: { id: string; name: string };
    fields: MergeField[];
    positions: CareerLine[];
    interests?: string[];
    kinds?: string[];
    versions: { winner: number; loser: number };
};

export type Merge = { id: string; resource: Twin; winner_id: string; loser: string; state: 'running' | 'done' | 'undoing' | 'undone' };

type Asked = { loser_id: string; choices: Record<string, Side>; versions: MergePreview['versions'] };

const pathOf = (resource: Twin, id: Identifier): string => `/${resource}/${encodeURIComponent(id)}/merge`;

const post = <T>(path: string, body: unknown): Promise<T> => writes.noticed(request<T>(path, { method: 'POST', body }));

export const duplicates = {
    likely: async (resource: Twin, typed: Record<string, string>, signal?: AbortSignal): Promise<Likely[]> =>
        (await request<{ items: Likely[] }>(`/${resource}/likely?${new URLSearchParams(typed)}`, { signal })).items,
    pairs: (resource: Twin, cursor: string, signal?: AbortSignal): Promise<Envelope<LikelyPair>> =>
        request(`/duplicates?${new URLSearchParams({ resource, cursor })}`, { signal }),
    dismiss: (pair: LikelyPair): Promise<unknown> => post('/duplicates/dismiss', idsOf(pair)),
    recall: (pair: LikelyPair): Promise<unknown> => post('/duplicates/recall', idsOf(pair)),
    preview: (resource: Twin, winner: string, loser: string): Promise<MergePreview> =>
        request(`${pathOf(resource, winner)}?${new URLSearchParams({ loser_id: loser })}`),
    merge: (resource: Twin, winner: string, asked: Asked): Promise<Merge> => post(pathOf(resource, winner), asked),
    undo: (merge: Identifier): Promise<Merge> => post(`/merges/${encodeURIComponent(merge)}/undo`, {}),
};

const idsOf = ({ resource, a, b }: LikelyPair) => ({ resource, a_id: a.id, b_id: b.id });
