import type { HttpError } from 'ra-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildContact } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { sightOf, startFakeApi } from '../test/fakeNetwork';
import { dataProvider } from './dataProvider';
import { session } from './session';

const NAMES = Array.from({ length: 260 }, (_, at) => `${String.fromCharCode(65 + Math.floor(at / 10))}${String(at).padStart(3, '0')}`);

const BY_NAME = { field: 'last_name', order: 'ASC' } as const;

let api: FakeApi;

beforeEach(async () => {
    api = startFakeApi({ contacts: NAMES.map(last_name => buildContact({ last_name, first_name: null })) });
    await session.load();
    api.requests.length = 0;
});

type Asked = { page?: number; perPage?: number; filter?: object; sort?: { field: string; order: 'ASC' | 'DESC' } };

async function namesOf({ page = 1, perPage = 10, filter = {}, sort = BY_NAME }: Asked): Promise<string[]> {
    const { data } = await dataProvider.getList('contacts', { pagination: { page, perPage }, sort, filter });
    return data.map(row => row.name as string);
}

const refusalOf = (promise: Promise<unknown>): Promise<HttpError> =>
    promise.then(
        () => Promise.reject(new Error('It was not refused.')),
        (error: HttpError) => error,
    );

describe('a list', () => {
    it('tells its total and whether there are pages before and after', async () => {
        const answer = await dataProvider.getList('contacts', { pagination: { page: 1, perPage: 10 }, sort: BY_NAME, filter: {} });
        expect(answer.total).toBe(260);
        expect(answer.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    });

    it('turns pages by the cursors of the server, one request each', async () => {
        await namesOf({ page: 1 });
        expect(await namesOf({ page: 2 })).toEqual(NAMES.slice(10, 20));
        expect(await namesOf({ page: 3 })).toEqual(NAMES.slice(20, 30));
        expect(await namesOf({ page: 2 })).toEqual(NAMES.slice(10, 20));
        expect(api.requests).toHaveLength(4);
    });

    it('opens a far page by its address alone, in few strides', async () => {
        expect(await namesOf({ page: 24, perPage: 10 })).toEqual(NAMES.slice(230, 240));
        expect(api.requests.length).toBeLessThanOrEqual(3);
    });

    it('walks anew when the server no longer takes its cursor', async () => {
        await namesOf({ page: 1 });
        api.world.cursorsAre = 'of another key';
        expect(await namesOf({ page: 2 })).toEqual(NAMES.slice(10, 20));
    });

    it('keeps the cursors of each order apart', async () => {
        await namesOf({ page: 1 });
        await namesOf({ page: 1, sort: { field: 'last_name', order: 'DESC' } });
        expect(await namesOf({ page: 2, sort: { field: 'last_name', order: 'DESC' } })).toEqual(NAMES.slice(240, 250).reverse());
    });

    it('jumps to a letter, and turns pages on both sides of it', async () => {
        const jump = { sort: 'last_name', at: 'M' };
        expect(await namesOf({ filter: { jump } })).toEqual(NAMES.slice(120, 130));
        expect(await namesOf({ page: 2, filter: { jump } })).toEqual(NAMES.slice(130, 140));
        expect(await namesOf({ filter: { jump: { ...jump, back: 1 } } })).toEqual(NAMES.slice(110, 120));
        expect(await namesOf({ filter: { jump: { ...jump, back: 2 } } })).toEqual(NAMES.slice(100, 110));
    });

    it('opens a page before a jump by its address alone', async () => {
        expect(await namesOf({ filter: { jump: { sort: 'last_name', at: 'M', back: 3 } } })).toEqual(NAMES.slice(90, 100));
    });

    it('forgets a jump once it is sorted by something else', async () => {
        await namesOf({ filter: { jump: { sort: 'city', at: 'M' } } });
        expect(sightOf(api.requests[0])).toBe('GET /api/contacts?limit=10&order=asc&sort=last_name');
    });

    it('sends no filter that filters nothing', async () => {
        await namesOf({ filter: { archived: false, owner_id: '', company_id: null } });
        expect(sightOf(api.requests[0])).toBe('GET /api/contacts?limit=10&order=asc&sort=last_name');
    });
});

describe('several records', () => {
    it('are asked for by their ids in one request', async () => {
        const ids = api.world.contacts.slice(3, 6).map(({ id }) => id);
        const { data } = await dataProvider.getMany('contacts', { ids });
        expect(data.map(({ id }) => id)).toEqual(ids);
        expect(api.requests).toHaveLength(1);
    });
});

describe('a change', () => {
    const change = async (data: object) => {
        const { data: previousData } = await dataProvider.getOne('contacts', { id: api.world.contacts[0].id });
        return dataProvider.update('contacts', { id: previousData.id, data: { ...previousData, ...data }, previousData });
    };

    it('sends only what was typed, on the version that was read', async () => {
        await change({ personal_city: 'Évreux', social: { linkedin: null } });
        const sent = api.requests[api.requests.length - 1];
        expect(await sent.json()).toEqual({ personal_city: 'Évreux' });
        expect(sent.headers.get('If-Match')).toBe('"1"');
    });

    it('sends nothing when nothing was typed', async () => {
        await change({});
        expect(api.requests.map(({ method }) => method)).toEqual(['GET']);
    });

    it('is refused with the record as it is now when somebody was faster', async () => {
        const { data: previousData } = await dataProvider.getOne('contacts', { id: api.world.contacts[0].id });
        await change({ first_name: 'Zoé' });
        const late = { id: previousData.id, data: { ...previousData, first_name: 'Paul' }, previousData };
        const error = await refusalOf(dataProvider.update('contacts', late));
        expect(error.status).toBe(412);
        expect(error.body.current).toMatchObject({ first_name: 'Zoé', version: 2 });
    });

    it('gives the reasons of a refusal by field', async () => {
        const error = await refusalOf(change({ personal_email: 'nulle part' }));
        expect(error.status).toBe(422);
        expect(error.body.errors).toEqual({ personal_email: 'Adresse e-mail incomplète.' });
    });
});

describe('archiving', () => {
    it('takes a record out of the list, and restoring puts it back', async () => {
        const { id } = api.world.contacts[0];
        await dataProvider.archive('contacts', { id });
        expect(await namesOf({})).not.toContain(NAMES[0]);
        await dataProvider.restore('contacts', { id });
        expect(await namesOf({})).toContain(NAMES[0]);
    });
});
