import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'ra-core';
import { TextInput } from 'ra-ui-materialui';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../queries';
import { buildContact } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { sightOf, startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { LikelyWarning } from './LikelyWarning';
import MergePage from './MergePage';
import PairsPage from './PairsPage';
import { pathToMerge } from './twin';

let api: FakeApi;

beforeEach(() => {
    queryClient.clear();
    api = startFakeApi({
        contacts: [
            buildContact({ id: 'one', last_name: 'Dupont', first_name: 'Jean', personal_city: 'Lyon', note: 'Un' }),
            buildContact({ id: 'two', last_name: 'Dupont', first_name: 'Jehan', personal_city: 'Paris', note: 'Deux' }),
        ],
    });
});

describe('the warning while typing', () => {
    it('comes once typing rests, names who is there, and goes again', async () => {
        const form = (
            <Form>
                <TextInput source="last_name" label="Nom" />
                <LikelyWarning resource="contacts" />
            </Form>
        );
        await renderPage(form, { route: '/new' });
        const name = await screen.findByLabelText('Nom');
        await userEvent.type(name, 'Dupont');
        expect(await screen.findByText('Cette personne existe peut-être déjà')).toBeTruthy();
        const link = screen.getByRole('link', { name: /^Dupont Jean\b/ });
        expect([link.getAttribute('target'), link.getAttribute('href')]).toEqual(['_blank', '/contacts/one']);
        expect(screen.getByRole('link', { name: 'C’est la même : ouvrir la fiche de Dupont Jehan' })).toBeTruthy();
        await userEvent.clear(name);
        await waitFor(() => expect(screen.queryByText('Cette personne existe peut-être déjà')).toBeNull());
        expect(api.requests.map(sightOf).filter(sight => sight.includes('likely'))).toEqual(['GET /api/contacts/likely?last_name=Dupont']);
    });
});

describe('the page of pairs', () => {
    it('goes on through slices without any, and says when all is searched', async () => {
        await renderPage(<PairsPage />, { route: '/duplicates' });
        expect(await screen.findByRole('link', { name: 'Fusionner Dupont Jean et Dupont Jehan…' })).toBeTruthy();
        expect(screen.getByText('Tout le carnet a été parcouru.')).toBeTruthy();
    });

    it('says that a slice did not come, and asks for it again', async () => {
        let refusals = 1;
        const refusingOnce = (request: Request) => {
            const isSecond = request.url.includes('cursor=second');
            return isSecond && refusals-- > 0 ? Promise.resolve(new Response('{"title":"Curseur périmé"}', { status: 422, headers: { 'Content-Type': 'application/json' } })) : api.fetch(request);
        };
        vi.stubGlobal('fetch', (path: string, init: RequestInit) => refusingOnce(new Request(new URL(path, 'http://crm.test'), { ...init, signal: undefined })));
        await renderPage(<PairsPage />, { route: '/duplicates' });
        expect(await screen.findByText('Curseur périmé')).toBeTruthy();
        await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
        expect(await screen.findByText('Tout le carnet a été parcouru.')).toBeTruthy();
    });

    it('takes away what is called different', async () => {
        await renderPage(<PairsPage />, { route: '/duplicates' });
        await userEvent.click(await screen.findByRole('button', { name: 'Ce n’est pas un doublon : Dupont Jean et Dupont Jehan' }));
        expect(await screen.findByText(/Aucun doublon probable/)).toBeTruthy();
        expect(api.world.dismissed).toEqual(['one two']);
    });
});

describe('the page of a merge', () => {
    const open = () => renderPage(<MergePage />, { route: '/duplicates/merge', address: pathToMerge('contacts', 'one', 'two') });

    it('merges with the values chosen and leads to the record that is kept', async () => {
        const { router } = await open();
        const city = await screen.findByRole('radiogroup', { name: 'Ville' });
        await userEvent.click(within(city).getByRole('radio', { name: /Paris/ }));
        await userEvent.click(screen.getByRole('button', { name: 'Fusionner' }));
        await waitFor(() => expect(router.state.location.pathname).toBe('/contacts/one'));
        expect(api.world.contacts.map(({ id, personal_city }) => [id, personal_city])).toEqual([['one', 'Paris']]);
        expect(api.requests.map(sightOf).filter(sight => sight.includes('loser_id='))).toHaveLength(1);
    });

    it('tells two of the same name apart, and leads to each', async () => {
        api.world.contacts[1].first_name = 'Jean';
        await open();
        const both = within(await screen.findByRole('region', { name: 'Les deux fiches' }));
        expect(both.getByText('Fiche de droite')).toBeTruthy();
        expect(await both.findByText('Paris')).toBeTruthy();
        const links = both.getAllByRole('link', { name: /^Dupont Jean/ });
        expect(links.map(link => [link.getAttribute('href'), link.getAttribute('target')])).toEqual([
            ['/contacts/one', '_blank'],
            ['/contacts/two', '_blank'],
        ]);
    });

    it('keeps both notes unless one is chosen', async () => {
        await open();
        const note = await screen.findByRole('radiogroup', { name: 'Note' });
        expect(within(note).getByRole<HTMLInputElement>('radio', { name: 'Garder les deux notes' }).checked).toBe(true);
    });

    it('keeps the other record when asked to', async () => {
        await open();
        expect(await screen.findByText(/« Dupont Jean » garde sa fiche/)).toBeTruthy();
        await userEvent.click(screen.getByRole('button', { name: 'Garder plutôt l’autre fiche' }));
        expect(await screen.findByText(/« Dupont Jehan » garde sa fiche/)).toBeTruthy();
    });

    it('shows both anew when one has changed meanwhile', async () => {
        await open();
        await screen.findByRole('radiogroup', { name: 'Ville' });
        Object.assign(api.world.contacts[1], { version: 9, personal_city: 'Nice' });
        await userEvent.click(screen.getByRole('button', { name: 'Fusionner' }));
        expect(await screen.findByRole('radio', { name: /Nice/ })).toBeTruthy();
        expect(api.world.contacts).toHaveLength(2);
    });

    it('asks for two records when the address names none', async () => {
        await renderPage(<MergePage />, { route: '/duplicates/merge' });
        expect(await screen.findByText(/Choisissez d’abord deux fiches/)).toBeTruthy();
        expect(screen.getByRole('link', { name: 'Doublons' }).getAttribute('href')).toBe('/duplicates');
        expect(screen.getByRole('link', { name: 'Contacts' }).getAttribute('href')).toBe('/contacts');
    });
});
