import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildCompany } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import CompanyCreate from './CompanyCreate';

let api: FakeApi;

beforeEach(() => {
    api = startFakeApi({ companies: ['Pomme', 'Poire', 'Cerise'].map(name => buildCompany({ name })) });
});

const open = () => renderPage(<CompanyCreate />, { route: '/companies/create' });

describe('the form of a company', () => {
    it('creates a site of another company, found by the beginning of its name', async () => {
        const { router } = await open();
        await userEvent.type(await screen.findByLabelText(/^Nom/), 'Pomme');
        await userEvent.type(screen.getByLabelText('Site'), 'Magasin');
        await userEvent.click(screen.getByLabelText('Client'));
        await userEvent.type(screen.getByLabelText('Société mère'), 'pom');
        await userEvent.click(await screen.findByRole('option', { name: 'Pomme' }));
        await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
        await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/companies\/s\d+$/));
        expect(api.world.companies[3]).toMatchObject({
            name: 'Pomme',
            site_label: 'Magasin',
            kinds: ['client'],
            parent_id: api.world.companies[0].id,
            country: 'FR',
        });
    });

    it('refuses a SIREN whose key is wrong, in words', async () => {
        await open();
        await userEvent.type(await screen.findByLabelText(/^Nom/), 'Pomme');
        await userEvent.type(screen.getByLabelText('SIREN'), '123 456 789');
        await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
        expect(await screen.findByText(/celui-ci ne tombe pas juste/)).toBeTruthy();
        expect(api.world.companies).toHaveLength(3);
    });
});
