import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeApi } from '../test/fakeApi';
import { startFakeApi } from '../test/fakeNetwork';
import { preferences } from './preferences';
import { session } from './session';

const { store } = preferences;

let api: FakeApi;

beforeEach(async () => {
    preferences.forget();
    api = startFakeApi({ preferences: { 'sort.companies': ['city', 'desc'], theme: 'dark' } });
    await session.load();
});

describe('preferences', () => {
    it('are there when somebody arrives', () => {
        expect(store.getItem('theme')).toBe('dark');
        expect(store.getItem('companies.listParams')).toMatchObject({ sort: 'city', order: 'DESC', page: 1, filter: {} });
        expect(store.getItem('locale')).toBe('fr');
    });

    it('keep of a list its order, and neither page nor filter', async () => {
        store.setItem('contacts.listParams', { sort: 'email', order: 'ASC', page: 4, filter: { owner_id: 'u1' } });
        await preferences.flush();
        expect(api.world.preferences['sort.contacts']).toEqual(['email', 'asc']);
    });

    it('are not sent again when only the page was turned', async () => {
        store.setItem('companies.listParams', { sort: 'city', order: 'DESC', page: 2, filter: {} });
        await preferences.flush();
        expect(api.requests.filter(({ method }) => method === 'PUT')).toHaveLength(0);
    });

    it('leave what belongs to the tab in the tab', async () => {
        store.setItem('contacts.selectedIds', ['c1']);
        await preferences.flush();
        expect(api.world.preferences).not.toHaveProperty('contacts.selectedIds');
        expect(store.getItem('contacts.selectedIds')).toEqual(['c1']);
    });

    it('tell those who listen', () => {
        const heard: unknown[] = [];
        const stop = store.subscribe('theme', value => heard.push(value));
        store.setItem('theme', 'light');
        stop();
        store.setItem('theme', 'dark');
        expect(heard).toEqual(['light']);
    });

    it('are forgotten when the person leaves', async () => {
        await session.signOut();
        preferences.forget();
        expect(store.getItem('theme')).toBeUndefined();
    });
});
