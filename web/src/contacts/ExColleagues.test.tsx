import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildContact, buildPosition } from '../test/builders';
import { sightOf, startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { ExColleagues } from './ExColleagues';

const job = (contact: string, start: string | null, end: string | null) =>
    buildPosition({ contact_id: contact, contact: contact.toUpperCase(), company_id: 's1', company: 'Pomme', start, end });

describe('former colleagues', () => {
    it('are asked for when somebody wants to see them, and say where and when', async () => {
        const positions = [job('anna', '2019', '2021-03'), job('paul', '2018', '2022'), job('zoé', '2020-04', null)];
        const api = startFakeApi({ contacts: [buildContact({ id: 'anna' })], positions });
        await renderPage(<ExColleagues contactId="anna" />, { route: '/contacts/anna' });
        const asked = () => api.requests.map(sightOf).some(sight => sight.includes('ex-colleagues'));
        const button = await screen.findByRole('button', { name: 'Chercher ses anciens collègues' });
        expect(asked()).toBe(false);
        await userEvent.click(button);
        const paul = await screen.findByRole('link', { name: 'PAUL' });
        expect(asked()).toBe(true);
        expect(paul.getAttribute('href')).toBe('/contacts/paul');
        const lines = within(screen.getByRole('region', { name: 'Anciens collègues' })).getAllByRole('listitem');
        expect(lines.map(line => line.textContent)).toEqual([
            expect.stringContaining('chez Pomme, de 2019 à mars 2021'),
            expect.stringContaining('chez Pomme, d’avril 2020 à mars 2021'),
        ]);
    });
});
