import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildContact } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { sightOf, startFakeApi } from '../test/fakeNetwork';
import { mass } from './mass';
import { session } from './session';

let api: FakeApi;

const MANY = 120;
const ids = Array.from({ length: MANY }, (_, n) => `c${String(n).padStart(3, '0')}`);
const goOn = new AbortController().signal;
const ownersIn = (world: FakeApi['world']) => world.contacts.map(({ owner_id }) => owner_id);

beforeEach(async () => {
    const contacts = ids.map((id, n) => buildContact({ id, last_name: id, owner_id: n % 2 ? 'u1' : 'u2' }));
    api = startFakeApi({ contacts });
    await session.load();
});

const bulks = () => api.requests.map(sightOf).filter(sight => sight.includes('/bulk'));

describe('an action on many', () => {
    it('goes fifty at a time and tells how far it is', async () => {
        const tell = vi.fn();
        const outcome = await mass.act('contacts', [{ ids, action: 'archive' }], tell, goOn);
        expect(outcome.done).toEqual(ids);
        expect(tell.mock.calls.flat()).toEqual([50, 100, 120]);
        expect(bulks()).toHaveLength(3);
    });

    it('is taken back by one task for each former owner, however many batches there were', async () => {
        const before = ownersIn(api.world);
        const { undo } = await mass.act('contacts', [{ ids, action: 'assign', owner_id: 'u3' }], vi.fn(), goOn);
        expect(undo.map(({ owner_id, ids: some }) => [owner_id, some.length])).toEqual([['u2', 60], ['u1', 60]]);
        await mass.act('contacts', undo, vi.fn(), goOn);
        expect(ownersIn(api.world)).toEqual(before);
    });

    it('ends with the batch under way once it is stopped', async () => {
        const stopper = new AbortController();
        const { done } = await mass.act('contacts', [{ ids, action: 'archive' }], () => stopper.abort(), stopper.signal);
        expect(done).toHaveLength(50);
        expect(bulks()).toHaveLength(1);
    });

    it('tells which were left when the line breaks in the middle, and what can be taken back of the others', async () => {
        let sent = 0;
        const fetch = api.fetch;
        vi.stubGlobal('fetch', (address: string, options: RequestInit) =>
            String(address).includes('/bulk') && ++sent > 1 ? Promise.reject(new TypeError('broken')) : fetch(new Request(new URL(address, 'http://localhost'), options)),
        );
        const { done, failed, undo } = await mass.act('contacts', [{ ids, action: 'archive' }], vi.fn(), goOn);
        expect([done.length, failed.length, undo[0].ids.length]).toEqual([50, 70, 50]);
        expect(failed[0]).toEqual({ id: 'c050', detail: 'crm.errors.network' });
    });

    it('that is refused as a whole is an error', async () => {
        const refused = mass.act('nothing', [{ ids, action: 'archive' }], vi.fn(), goOn);
        await expect(refused).rejects.toBeDefined();
    });
});

describe('all ids of a list', () => {
    it('are found page by page, in its order and as it is filtered', async () => {
        const tell = vi.fn();
        const where = { filter: { owner_id: 'u1', jump: { sort: 'last_name', at: 'c1' } }, sort: { field: 'last_name', order: 'DESC' as const } };
        const found = await mass.idsOf('contacts', where, tell);
        expect(found).toEqual(ids.filter((_, n) => n % 2).reverse());
        expect(tell).toHaveBeenLastCalledWith(60);
    });
});
