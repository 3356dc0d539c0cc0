/** One thing done to many records: all ids of a list, and the server's fifty at a time. */
import type { Identifier, SortPayload } from 'ra-core';
import { request } from './client';
import { queryOf, whereOf } from './listQuery';
import type { Envelope } from './pages';
import { writes } from './writes';

/** As the wire names it; `owner_id: null` leaves a record to nobody. */
export type MassAction = { action: string; owner_id?: string | null; interest_ids?: string[] };

export type MassTask = MassAction & { ids: Identifier[] };

export type Failure = { id: Identifier; detail: string };

/** `undo` are the tasks that take it back. */
export type Outcome = { done: Identifier[]; failed: Failure[]; undo: MassTask[] };

/** What the server takes at once. */
const BATCH = 50;
const PAGE = 200;

/** Selecting more than this many by hand is a filter's work. */
export const MOST_SELECTED = 10_000;

type Where = { filter: Record<string, unknown>; sort: SortPayload };

/** All ids of a list as it is filtered, in its order; `tell` hears how many there are so far. */
async function idsOf(resource: string, { filter, sort }: Where, tell: (found: number) => void, signal?: AbortSignal): Promise<Identifier[]> {
    const where = whereOf({ filter: { ...filter, jump: undefined }, sort });
    const ids: Identifier[] = [];
    let cursor: string | null = null;
    do {
        const path: string = `/${resource}?${queryOf({ ...where, cursor, limit: PAGE })}`;
        const page: Envelope<{ id: Identifier }> = await request(path, { signal });
        ids.push(...page.items.map(({ id }) => id));
        tell(ids.length);
        cursor = page.next;
    } while (cursor && ids.length < MOST_SELECTED);
    return ids.slice(0, MOST_SELECTED);
}

/** Does the tasks batch by batch; `tell` hears how many records are through. Once stopped, the batch under way is the last. */
async function act(resource: string, tasks: MassTask[], tell: (through: number) => void, signal: AbortSignal): Promise<Outcome> {
    const outcome: Outcome = { done: [], failed: [], undo: [] };
    const batches = tasks.flatMap(batchesOf);
    for (const [place, batch] of batches.entries()) {
        if (signal.aborted) break;
        try {
            add(outcome, await writes.noticed(request<Outcome>(`/${resource}/bulk`, { method: 'POST', body: batch })));
        } catch (error) {
            if (outcome.done.length === 0) throw error;
            const left = batches.slice(place).flatMap(({ ids }) => ids);
            outcome.failed.push(...left.map(id => ({ id, detail: (error as Error).message })));
            break;
        }
        tell(outcome.done.length + outcome.failed.length);
    }
    return outcome;
}

const batchesOf = ({ ids, ...action }: MassTask): MassTask[] =>
    Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) => ({ ...action, ids: ids.slice(n * BATCH, (n + 1) * BATCH) }));

function add(outcome: Outcome, { done, failed, undo }: Outcome): void {
    outcome.done.push(...done);
    outcome.failed.push(...failed);
    for (const task of undo) {
        const same = outcome.undo.find(other => nameOf(other) === nameOf(task));
        if (same) same.ids.push(...task.ids);
        else outcome.undo.push(task);
    }
}

/** Tasks that differ by their records only are one. */
const nameOf = ({ action, owner_id, interest_ids }: MassTask): string => JSON.stringify([action, owner_id, interest_ids]);

export const mass = { idsOf, act };
