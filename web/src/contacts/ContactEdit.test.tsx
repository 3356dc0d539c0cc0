import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildContact } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import ContactEdit from './ContactEdit';

let api: FakeApi;

beforeEach(() => {
    api = startFakeApi({ contacts: [buildContact({ id: 'c1', last_name: 'Dupont', first_name: 'Jeanne' })] });
});

const open = () => renderPage(<ContactEdit />, { route: '/contacts/:id/edit', address: '/contacts/c1/edit' });

const replace = async (label: RegExp, text: string) => {
    const field = await screen.findByLabelText(label);
    await userEvent.clear(field);
    await userEvent.type(field, text);
};

describe('the form of a contact', () => {
    it('begins at the last name and saves with Ctrl+Enter', async () => {
        const { router } = await open();
        await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Nom/)));
        await replace(/^Nom/, 'Durand');
        await userEvent.keyboard('{Control>}{Enter}{/Control}');
        await waitFor(() => expect(router.state.location.pathname).toBe('/contacts/c1'));
        expect(api.world.contacts[0]).toMatchObject({ last_name: 'Durand', first_name: 'Jeanne', version: 2 });
    });

    it('says beside the field what is missing and sends nothing', async () => {
        await open();
        await userEvent.clear(await screen.findByLabelText(/^Nom/));
        await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
        expect(await screen.findByText('À remplir')).toBeTruthy();
        expect(api.requests.some(({ method }) => method === 'PATCH')).toBe(false);
    });

    it('shows what the server refuses beside its field, and keeps what was typed', async () => {
        await open();
        await replace(/^Prénom/, 'Zoé');
        await replace(/^E-mail personnel/, 'zoe@exemple.fr');
        api.refuse('personal_email', 'Ce domaine n’existe pas.');
        await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
        expect(await screen.findByText('Ce domaine n’existe pas.')).toBeTruthy();
        expect(screen.getByLabelText<HTMLInputElement>(/^Prénom/).value).toBe('Zoé');
        expect(document.activeElement).toBe(screen.getByLabelText(/^E-mail personnel/));
    });
});
