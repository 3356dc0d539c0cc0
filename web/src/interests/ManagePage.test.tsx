import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildUser } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { buildInterest } from '../test/fakeInterests';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import ManagePage from './ManagePage';

const open = () => renderPage(<ManagePage />, { route: '/interests/manage' });

const namesIn = (api: FakeApi): unknown[] => api.world.interests.map(({ name }) => name);

describe('the administration of interests', () => {
    it('teaches by an example, made in one click', async () => {
        const api = startFakeApi();
        await open();
        await userEvent.click(await screen.findByRole('button', { name: 'Créer l’exemple recrutement' }));
        expect(await screen.findByRole('link', { name: 'Manager textile' })).toBeTruthy();
        expect(namesIn(api)).toEqual(['Libre', 'À la recherche', 'Comptable', 'Vendeur automobile', 'Analyste programmeur', 'Manager textile']);
        expect(within(screen.getByRole('region', { name: 'Métiers' })).getAllByRole('listitem')).toHaveLength(4);
    });

    it('creates several at once, and keeps those refused with the reason', async () => {
        const api = startFakeApi({ interests: [buildInterest({ name: 'Comptable' })] });
        await open();
        await userEvent.type(await screen.findByLabelText('Noms'), 'Vendeur automobile\ncomptable');
        await userEvent.type(screen.getByLabelText('Groupe'), 'Métiers');
        await userEvent.click(screen.getByRole('button', { name: 'Ajouter' }));
        expect(await screen.findByText('« comptable » : Ce nom existe déjà.')).toBeTruthy();
        expect(screen.getByLabelText<HTMLTextAreaElement>('Noms').value).toBe('comptable');
        expect(api.world.interests[1]).toMatchObject({ name: 'Vendeur automobile', group: 'Métiers' });
    });

    it('renames one and moves it to a group', async () => {
        const api = startFakeApi({ interests: [buildInterest({ name: 'Comptable' })] });
        await open();
        await userEvent.click(await screen.findByRole('button', { name: 'Modifier « Comptable »' }));
        const dialog = within(screen.getByRole('dialog'));
        await userEvent.clear(dialog.getByLabelText(/^Nom/));
        await userEvent.type(dialog.getByLabelText(/^Nom/), 'Expert-comptable');
        await userEvent.type(dialog.getByLabelText('Groupe'), 'Métiers');
        await userEvent.click(dialog.getByRole('button', { name: 'Enregistrer' }));
        expect(await screen.findByRole('link', { name: 'Expert-comptable' })).toBeTruthy();
        expect(api.world.interests[0]).toMatchObject({ name: 'Expert-comptable', group: 'Métiers', version: 2 });
    });

    it('archives one and finds it again behind the switch', async () => {
        const api = startFakeApi({ interests: [buildInterest({ name: 'Comptable' }), buildInterest({ name: 'Libre' })] });
        await open();
        await userEvent.click(await screen.findByRole('button', { name: 'Archiver « Comptable »' }));
        await waitFor(() => expect(screen.queryByRole('link', { name: 'Comptable' })).toBeNull());
        await userEvent.click(screen.getByRole('switch', { name: 'Archivés' }));
        await userEvent.click(await screen.findByRole('button', { name: 'Restaurer « Comptable »' }));
        await waitFor(() => expect(api.world.interests.every(({ archived }) => !archived)).toBe(true));
    });

    it('is for admins', async () => {
        startFakeApi({ users: [buildUser({ id: 'u1', role: 'user' })] });
        await open();
        expect(await screen.findByText(/réservée aux administrateurs/)).toBeTruthy();
    });
});
