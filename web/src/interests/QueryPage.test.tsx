import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { buildContact } from '../test/builders';
import { buildInterest } from '../test/fakeInterests';
import { sightOf, startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { crossingIn, pathToPeople } from './crossing';
import QueryPage from './QueryPage';

const INTERESTS = [buildInterest({ id: 'free', name: 'Libre', group: 'État' }), buildInterest({ id: 'acc', name: 'Comptable', group: 'Métiers' })];

const CONTACTS = [
    buildContact({ last_name: 'Aubry', first_name: 'Zoé', interest_ids: ['free', 'acc'] }),
    buildContact({ last_name: 'Besson', first_name: 'Noël', interest_ids: ['acc'] }),
    buildContact({ last_name: 'Cordier', first_name: 'Inès', interest_ids: [] }),
];

const open = (address = '/interests') => renderPage(<QueryPage />, { route: '/interests', address });

const start = () => startFakeApi({ interests: INTERESTS, contacts: CONTACTS });

const person = (name: string) => screen.findByRole('link', { name });

describe('the query of interests', () => {
    it('is one click away for every interest', async () => {
        start();
        const { router } = await open();
        await userEvent.click(await screen.findByRole('link', { name: 'Comptable' }));
        expect(await person('Besson Noël')).toBeTruthy();
        expect(screen.queryByRole('link', { name: 'Cordier Inès' })).toBeNull();
        expect(crossingIn(router.state.location.search)).toEqual({ interests_all: ['acc'] });
    });

    it('crosses what must be there with what must not, and is found again by going back', async () => {
        const api = start();
        const { router } = await open(pathToPeople({ interests_all: ['acc'] }));
        expect(await person('Aubry Zoé')).toBeTruthy();
        await userEvent.type(await screen.findByLabelText('Aucun de ceux-ci'), 'libr{Enter}');
        await waitFor(() => expect(screen.queryByRole('link', { name: 'Aubry Zoé' })).toBeNull());
        expect(await person('Besson Noël')).toBeTruthy();
        expect(api.requests.map(sightOf).some(sight => sight.includes('interests_all=acc&interests_none=free'))).toBe(true);
        await router.navigate(-1);
        expect(await person('Aubry Zoé')).toBeTruthy();
    });

    it('offers to count exactly where the total is not', async () => {
        const api = start();
        const inexact = async (request: Request) => {
            const answer = await api.fetch(request);
            if (!request.url.includes('/contacts?')) return answer;
            return new Response(JSON.stringify({ ...((await answer.json()) as object), total: 1, total_is_exact: false }), { headers: { 'Content-Type': 'application/json' } });
        };
        vi.stubGlobal('fetch', (path: string, init: RequestInit) => inexact(new Request(new URL(path, 'http://crm.test'), { ...init, signal: undefined })));
        await open(pathToPeople({ interests_all: ['acc'] }));
        expect(await screen.findByText('plus de 1 contact')).toBeTruthy();
        await userEvent.click(await screen.findByRole('button', { name: 'Compter exactement' }));
        expect(await screen.findByText('Exactement 2 contacts')).toBeTruthy();
    });

    it('says how to begin while there is no interest', async () => {
        startFakeApi();
        await open();
        expect(await screen.findByRole('link', { name: 'Créer des centres d’intérêt' })).toBeTruthy();
    });
});
