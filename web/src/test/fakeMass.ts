/** Actions on many, and saved views, of the fake API. */
import { born, type Fields, type Stored } from './builders.ts';
import type { Call, Collection } from './fakeApi.ts';
import { json, problem } from './fakeProblems.ts';

export const VIEW_FIELDS = ['resource', 'name', 'filters', 'sort', 'order', 'shared'];

export const buildView = (fields: Fields = {}): Stored => ({
    ...born('v'),
    resource: 'contacts',
    name: 'Ma vue',
    filters: {},
    sort: null,
    order: 'asc',
    shared: false,
    owner_id: 'u1',
    mine: true,
    ...fields,
});

type Task = { ids: string[]; action: string; owner_id?: string | null };

export function mass({ world, path, body }: Call): Response | undefined {
    if (path[1] !== 'bulk') return undefined;
    const { ids, action, owner_id } = body as Task;
    if (ids.length > 50) return problem(422, 'Saisie refusée', [{ field: 'ids', message: 'Cette liste dépasse 50 éléments.' }]);
    const there = new Map(world[path[0] as Collection].map(record => [record.id, record]));
    const done = ids.filter(id => there.has(id));
    const undo = done.flatMap(id => undoOf(there.get(id) as Stored, action, owner_id));
    return json(200, { done, failed: ids.filter(id => !there.has(id)).map(id => ({ id, detail: 'Introuvable' })), undo });
}

/** Does it, and tells what takes it back; nothing for what was so already. */
function undoOf(record: Stored, action: string, owner_id: string | null | undefined): Task[] {
    if (action === 'assign' || action === 'give_back') {
        const had = record.owner_id as string | null;
        record.owner_id = owner_id ?? null;
        return had === record.owner_id ? [] : [{ ids: [record.id], action: 'give_back', owner_id: had }];
    }
    const archived = action === 'archive';
    if (record.archived === archived) return [];
    record.archived = archived;
    return [{ ids: [record.id], action: archived ? 'restore' : 'archive' }];
}
