import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { endOfDay } from './token';
import TokensPage from './TokensPage';

const open = () => renderPage(<TokensPage />, { route: '/tokens' });

describe('personal tokens', () => {
    it('are shown once, listed, and revoked after asking', async () => {
        const api = startFakeApi();
        await open();
        await userEvent.type(await screen.findByLabelText(/^Nom/), 'Site web');
        await userEvent.click(screen.getByRole('button', { name: 'Créer le jeton' }));
        expect(await screen.findByDisplayValue('scrm_secret')).toBeTruthy();
        await userEvent.click(screen.getByRole('button', { name: 'Je l’ai gardé' }));
        await waitFor(() => expect(screen.queryByDisplayValue('scrm_secret')).toBeNull());
        expect(api.world.tokens[0]).toMatchObject({ name: 'Site web', expires_at: null });
        await userEvent.click(await screen.findByRole('button', { name: 'Révoquer « Site web »' }));
        await userEvent.click(screen.getByRole('button', { name: 'Révoquer' }));
        await waitFor(() => expect(api.world.tokens).toEqual([]));
    });

    it('say beside the name that it is missing', async () => {
        startFakeApi();
        await open();
        await userEvent.click(await screen.findByRole('button', { name: 'Créer le jeton' }));
        expect(await screen.findByText('Ce champ est obligatoire.')).toBeTruthy();
    });

    it('end with the day one picked, where one is', () => {
        const end = new Date(endOfDay('2027-03-31') ?? '');
        expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([31, 23, 59]);
        expect(endOfDay('')).toBeNull();
    });
});
