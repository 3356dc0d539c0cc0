import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildUser } from '../test/builders';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import UserList from './UserList';

const open = () => renderPage(<UserList />, { route: '/users' });

describe('the list of users', () => {
    it('leads to each user, and shows those who were removed on demand', async () => {
        startFakeApi({ users: [buildUser({ id: 'u1' }), buildUser({ id: 'u2', first_name: 'Bob', archived: true })] });
        await open();
        const alice = await screen.findByRole('link', { name: 'Alice Martin' });
        expect(alice.getAttribute('href')).toBe('/users/u1');
        expect(screen.getByText('28,00 €')).toBeTruthy();
        await userEvent.click(screen.getByRole('switch', { name: 'Utilisateurs retirés' }));
        expect(await screen.findByRole('link', { name: 'Bob Martin' })).toBeTruthy();
    });

    it('invites, says beside the address why not, sends again and withdraws', async () => {
        const api = startFakeApi();
        await open();
        await userEvent.click(await screen.findByRole('button', { name: 'Inviter un utilisateur' }));
        const email = screen.getByLabelText(/^E-mail/);
        await userEvent.type(email, 'alice@exemple.fr');
        await userEvent.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }));
        expect(await screen.findByText(/déjà utilisatrice/)).toBeTruthy();
        await userEvent.clear(email);
        await userEvent.type(email, 'bob@exemple.fr');
        await userEvent.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }));
        const [first] = await waitFor(() => {
            expect(api.world.invitations).toHaveLength(1);
            return api.world.invitations;
        });
        expect(first).toMatchObject({ email: 'bob@exemple.fr', role: 'user', visibility: 'all' });
        await userEvent.click(await screen.findByRole('button', { name: /^Renvoyer/ }));
        await waitFor(() => expect(api.world.invitations[0].id).not.toBe(first.id));
        await userEvent.click(await screen.findByRole('button', { name: /^Retirer/ }));
        await waitFor(() => expect(api.world.invitations).toEqual([]));
    });

    it('is for admins', async () => {
        startFakeApi({ users: [buildUser({ id: 'u1', role: 'user' })] });
        await open();
        expect(await screen.findByText(/réservée aux administrateurs/)).toBeTruthy();
    });
});
