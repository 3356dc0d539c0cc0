import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { preferences } from '../api';
import { buildContact, buildPosition } from '../test/builders';
import { buildInterest } from '../test/fakeInterests';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import MatchingPage from './MatchingPage';

const open = (address = '/interests/matching') => renderPage(<MatchingPage />, { route: '/interests/matching', address });

const named = (id: string, name: string) => buildInterest({ id, name });

const PROFILE = named('acc', 'Comptable');

const contacts = [
    buildContact({ last_name: 'Aubry', first_name: 'Zoé', interest_ids: ['free', 'acc'] }),
    buildContact({ last_name: 'Besson', first_name: 'Noël', interest_ids: ['looking', 'acc'], main_position: buildPosition({ company: 'Garage Kern' }) }),
];

const side = async (name: string) => within(await screen.findByRole('region', { name }));

describe('matching', () => {
    it('shows candidates at one side and companies at the other, in the words of the FAQ', async () => {
        startFakeApi({ interests: [named('free', 'Libre'), named('looking', 'A la recherche'), PROFILE], contacts });
        await open();
        await userEvent.click(await screen.findByRole('link', { name: 'Comptable' }));
        expect(await (await side('Candidats libres')).findByRole('link', { name: 'Aubry Zoé' })).toBeTruthy();
        const companies = await side('Sociétés qui recherchent');
        expect(await companies.findByText('Garage Kern')).toBeTruthy();
        expect(companies.getByRole('link', { name: 'Besson Noël' })).toBeTruthy();
        expect(companies.getByText('1 personne')).toBeTruthy();
    });

    it('remembers which interests play its parts, where they are called otherwise', async () => {
        const api = startFakeApi({ interests: [named('free', 'Disponible'), named('looking', 'A la recherche'), PROFILE], contacts });
        await open();
        expect(await screen.findByText(/Il manque le centre d’intérêt « Libre »/)).toBeTruthy();
        await userEvent.type(screen.getByLabelText('Candidat à placer'), 'dispo{Enter}');
        await waitFor(() => expect(screen.queryByText(/Il manque/)).toBeNull());
        await preferences.flush();
        expect(api.world.preferences['matching.roles']).toEqual({ free: 'free' });
    });

    it('says what it needs where there is nothing yet', async () => {
        startFakeApi();
        await open();
        await userEvent.click(await screen.findByRole('button', { name: 'Créer l’exemple recrutement' }));
        expect(await screen.findByRole('link', { name: 'Analyste programmeur' })).toBeTruthy();
    });
});
