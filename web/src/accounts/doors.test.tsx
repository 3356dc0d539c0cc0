import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { session } from '../api';
import { born } from '../test/builders';
import { RESET_TOKEN } from '../test/fakeAccounts';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import ForgottenPage from './ForgottenPage';
import InvitationPage from './InvitationPage';
import NewPasswordPage from './NewPasswordPage';

const invited = () => ({ ...born('n'), email: 'bob@exemple.fr', role: 'user', visibility: 'own' });

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('an invitation', () => {
    const open = (token: string) => renderPage(<InvitationPage />, { route: '/invitation/:token', address: `/invitation/${token}` });

    it('makes a user of whoever chooses a good password', async () => {
        const one = invited();
        startFakeApi({ open: false, invitations: [one] });
        const { router } = await open(one.id);
        await userEvent.type(await screen.findByLabelText(/^Prénom/), 'Bob');
        await userEvent.type(screen.getByLabelText(/^Nom/), 'Durand');
        await userEvent.type(screen.getByLabelText(/^Mot de passe/), 'court');
        await press('Entrer');
        expect(await screen.findByText('Il faut au moins 8 caractères.')).toBeTruthy();
        await userEvent.type(screen.getByLabelText(/^Mot de passe/), ' mais plus long');
        await press('Entrer');
        await waitFor(() => expect(router.state.location.pathname).toBe('/'));
        expect(session.state().current?.user).toMatchObject({ first_name: 'Bob', email: 'bob@exemple.fr', visibility: 'own' });
    });

    it('that was used says what to do', async () => {
        startFakeApi({ open: false });
        await open('used');
        expect(await screen.findByText('Ce lien a déjà servi.')).toBeTruthy();
        expect(screen.getByText(/Demandez une nouvelle invitation/)).toBeTruthy();
    });

    it('asks whoever is signed in here before it signs them out', async () => {
        const one = invited();
        startFakeApi({ invitations: [one] });
        await open(one.id);
        expect(await screen.findByText(/au nom de Alice Martin/)).toBeTruthy();
        await press('Se déconnecter et continuer');
        expect(await screen.findByLabelText(/^Prénom/)).toBeTruthy();
        expect(session.state().current).toBeNull();
    });
});

describe('a forgotten password', () => {
    it('is asked for by address, and answered the same for all', async () => {
        startFakeApi({ open: false });
        await renderPage(<ForgottenPage />, { route: '/mot-de-passe' });
        await userEvent.click(await screen.findByRole('button', { name: 'Recevoir le lien' }));
        expect(screen.getByText('À remplir')).toBeTruthy();
        await userEvent.type(screen.getByLabelText(/^E-mail/), 'personne@exemple.fr');
        await press('Recevoir le lien');
        expect(await screen.findByText(/Si un compte existe pour personne@exemple.fr/)).toBeTruthy();
    });

    const open = (token: string) => renderPage(<NewPasswordPage />, { route: '/mot-de-passe/:token', address: `/mot-de-passe/${token}` });

    it('is replaced, and the new one asked at the door', async () => {
        const api = startFakeApi({ open: false });
        const { router } = await open(RESET_TOKEN);
        await userEvent.type(await screen.findByLabelText(/^Nouveau mot de passe/), 'un tout autre');
        await press('Choisir ce mot de passe');
        await waitFor(() => expect(router.state.location).toMatchObject({ pathname: '/login', state: { notice: 'crm.links.chosen' } }));
        expect(api.world.password).toBe('un tout autre');
    });

    it('is not replaced by a link that was used', async () => {
        startFakeApi({ open: false });
        await open('used');
        await userEvent.type(await screen.findByLabelText(/^Nouveau mot de passe/), 'un tout autre');
        await press('Choisir ce mot de passe');
        expect((await screen.findByRole('link', { name: 'Demander un nouveau lien' })).getAttribute('href')).toBe('/mot-de-passe');
    });
});
