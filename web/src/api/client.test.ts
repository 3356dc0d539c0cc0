import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildContact } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { sightOf, startFakeApi } from '../test/fakeNetwork';
import { request } from './client';
import { fieldErrors } from './http';
import { session } from './session';

let api: FakeApi;

beforeEach(async () => {
    api = startFakeApi({ contacts: [buildContact({ id: 'c1' })] });
    await session.load();
});

const PASSWORD = 'un mot de passe long';

describe('a session that ended', () => {
    it('holds a request back until the password is given, then sends it again', async () => {
        api.world.open = false;
        const waiting = request('/contacts/c1', { method: 'DELETE' });
        await vi.waitUntil(() => session.state().expired);
        await session.signIn({ email: 'alice@exemple.fr', password: PASSWORD });
        expect(await waiting).toMatchObject({ archived: true });
        expect(session.state().expired).toBe(false);
    });

    it('keeps waiting after a wrong password', async () => {
        api.world.open = false;
        const waiting = request('/contacts/c1');
        await vi.waitUntil(() => session.state().expired);
        await expect(session.signIn({ email: 'alice@exemple.fr', password: 'faux' })).rejects.toMatchObject({ status: 401 });
        expect(session.state().expired).toBe(true);
        await session.signIn({ email: 'alice@exemple.fr', password: PASSWORD });
        expect(await waiting).toMatchObject({ id: 'c1' });
    });

    it('ends what waits when the person leaves', async () => {
        api.world.open = false;
        const waiting = request('/contacts/c1');
        const refused = expect(waiting).rejects.toMatchObject({ status: 401 });
        await vi.waitUntil(() => session.state().expired);
        await session.signOut();
        await refused;
    });

    it('is not asked for again from somebody who never came in', async () => {
        await session.signOut();
        await expect(request('/contacts/c1')).rejects.toMatchObject({ status: 401 });
        expect(session.state().expired).toBe(false);
    });
});

describe('the CSRF token', () => {
    it('goes with what changes something, and with nothing else', async () => {
        await request('/contacts/c1');
        await request('/contacts/c1', { method: 'DELETE' });
        const [reading, writing] = api.requests.slice(-2);
        expect(reading.headers.get('X-CSRF-Token')).toBeNull();
        expect(writing.headers.get('X-CSRF-Token')).toBe(session.state().current?.csrf_token);
    });

    it('is fetched anew once when another tab has changed it', async () => {
        const current = session.state().current;
        if (current) current.csrf_token = 'of yesterday';
        expect(await request('/contacts/c1', { method: 'DELETE' })).toMatchObject({ archived: true });
        expect(api.requests.slice(-3).map(sightOf)).toEqual(['DELETE /api/contacts/c1', 'GET /api/session', 'DELETE /api/contacts/c1']);
    });
});

describe('a refusal', () => {
    it('is told by field, and by the fields within a field', () => {
        const errors = [
            { field: 'last_name', message: 'Vide.' },
            { field: 'social.x', message: 'Trop long.' },
            { field: 'social.linkedin', message: 'Pas une adresse.' },
        ];
        expect(fieldErrors(errors)).toEqual({ last_name: 'Vide.', social: { x: 'Trop long.', linkedin: 'Pas une adresse.' } });
    });

    it('of the network is told in our words', async () => {
        vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
        await expect(request('/contacts/c1')).rejects.toMatchObject({ status: 0, message: 'crm.errors.network' });
    });
});
