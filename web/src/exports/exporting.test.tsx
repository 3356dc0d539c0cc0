import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { exportOf, mannersOf } from './export';
import { ExportButton } from './ExportButton';

const FILTERS = { owner_id: 'u1', archived: false, city: '', jump: { sort: 'last_name', at: 'M' } };

const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);

afterEach(() => clicked.mockClear());

describe('an export', () => {
    it('asks for the list as it is filtered and sorted, wherever it was jumped to', () => {
        expect(exportOf({ resource: 'contacts', filters: FILTERS, sort: 'city', order: 'desc' }, 'latin')).toEqual({
            resource: 'contacts',
            filters: { owner_id: 'u1' },
            sort: 'city',
            order: 'desc',
            format: 'csv',
            charset: 'iso-8859-15',
        });
    });

    it('makes vCards of people only', () => {
        expect(mannersOf('contacts')).toContain('vcard');
        expect(mannersOf('companies')).not.toContain('vcard');
    });

    it('is written, then fetched once by itself', async () => {
        const api = startFakeApi();
        await renderPage(<ExportButton resource="contacts" filters={{ ids: ['c1', 'c2'] }} />, { route: '/contacts' });
        await userEvent.click(await screen.findByRole('button', { name: 'Exporter' }));
        expect(screen.getByText('Les 2 fiches sélectionnées.')).toBeTruthy();
        await userEvent.click(screen.getByRole('radio', { name: /^Un téléphone/ }));
        await userEvent.click(screen.getByRole('button', { name: 'Exporter' }));
        const link = await screen.findByRole('link', { name: 'Télécharger le fichier' }, { timeout: 10_000 });
        expect(link.getAttribute('href')).toBe('/fake-s3/contacts.csv');
        await waitFor(() => expect(clicked).toHaveBeenCalledTimes(1));
        expect(api.world.exports[0]).toMatchObject({ filters: { ids: ['c1', 'c2'] }, format: 'vcard' });
    });

    it('that fails says why, and can be tried again', async () => {
        const api = startFakeApi();
        await renderPage(<ExportButton resource="companies" filters={{}} />, { route: '/companies' });
        await userEvent.click(await screen.findByRole('button', { name: 'Exporter' }));
        await userEvent.click(screen.getByRole('button', { name: 'Exporter' }));
        await waitFor(() => expect(api.world.exports).toHaveLength(1));
        Object.assign(api.world.exports[0], { state: 'failed', message: 'Trop de fiches.', progress: 0 });
        expect(await screen.findByText('Trop de fiches.', {}, { timeout: 10_000 })).toBeTruthy();
        expect(screen.getByRole('button', { name: 'Exporter' })).toBeTruthy();
    });
});
