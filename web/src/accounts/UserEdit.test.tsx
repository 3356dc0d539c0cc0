import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '../api';
import { buildUser } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import UserEdit from './UserEdit';

let api: FakeApi;

beforeEach(() => {
    api = startFakeApi({ users: [buildUser({ id: 'u1' }), buildUser({ id: 'u2', first_name: 'Bob', role: 'user' })] });
});

const open = (id: string) => renderPage(<UserEdit />, { route: '/users/:id', address: `/users/${id}` });

const save = () => userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));

describe('the page of a user', () => {
    it('gives rights, a rate and a colour, and sends what was changed', async () => {
        const { router } = await open('u2');
        await userEvent.click(await screen.findByRole('radio', { name: /^Lecture seule/ }));
        await userEvent.click(screen.getByRole('radio', { name: /^Seulement ses fiches/ }));
        await userEvent.click(screen.getByRole('radio', { name: 'Framboise' }));
        const rate = screen.getByLabelText('Coût horaire');
        expect((rate as HTMLInputElement).value).toBe('28,00');
        await userEvent.clear(rate);
        await userEvent.type(rate, '31,5');
        await save();
        await waitFor(() => expect(router.state.location.pathname).toBe('/users'));
        const patch = api.requests.find(({ method }) => method === 'PATCH');
        expect(await patch?.json()).toEqual({ role: 'read_only', visibility: 'own', colour: '#a1346b', hourly_rate: '31.5' });
    });

    it('says beside the role why the last admin stays one', async () => {
        api.refuse('role', 'C’est le dernier administrateur.');
        await open('u1');
        await userEvent.click(await screen.findByRole('radio', { name: /^Utilisateur/ }));
        await save();
        const role = screen.getByRole('group', { name: 'Rôle' });
        await waitFor(() => expect(role.textContent).toContain('C’est le dernier administrateur.'));
    });

    it('knows at once that an admin has stepped down', async () => {
        await open('u1');
        await userEvent.click(await screen.findByRole('radio', { name: /^Utilisateur/ }));
        await save();
        await waitFor(() => expect(session.state().current?.user.role).toBe('user'));
    });

    it('takes a colleague out after asking, and nobody takes out themselves', async () => {
        const { router } = await open('u2');
        await userEvent.click(await screen.findByRole('button', { name: 'Retirer l’utilisateur' }));
        await userEvent.click(screen.getAllByRole('button', { name: 'Retirer l’utilisateur' }).at(-1) as HTMLElement);
        await waitFor(() => expect(router.state.location.pathname).toBe('/users'));
        expect(api.world.users[1].archived).toBe(true);
        await router.navigate('/users/u1');
        expect(await screen.findByDisplayValue('Alice')).toBeTruthy();
        expect(screen.queryByRole('button', { name: 'Retirer l’utilisateur' })).toBeNull();
    });
});
