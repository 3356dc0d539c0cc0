import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildCompany, buildContact } from '../test/builders';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import LabelsPage from './LabelsPage';
import { QrButton } from './QrButton';
import QrPage from './QrPage';

describe('the code of a record', () => {
    it('opens its page or, chosen so, gives the business card of a person', async () => {
        startFakeApi();
        await renderPage(<QrButton resource="contacts" id="c1" name="Zoé Lœuillet" />, { route: '/' });
        await userEvent.click(await screen.findByRole('button', { name: 'QR code' }));
        const code = () => screen.getByRole('img', { name: 'QR code : Zoé Lœuillet' }).getAttribute('src');
        expect(code()).toBe('/api/contacts/c1/qr?kind=record');
        await userEvent.click(screen.getByRole('button', { name: 'Carte de visite' }));
        expect(code()).toBe('/api/contacts/c1/qr?kind=vcard');
        expect(screen.getByRole('link', { name: 'Étiquettes' }).getAttribute('href')).toBe('/qr/etiquettes?resource=contacts&ids=c1');
    });

    it('of a company has one meaning only', async () => {
        startFakeApi();
        await renderPage(<QrButton resource="companies" id="o1" name="Acme" />, { route: '/' });
        await userEvent.click(await screen.findByRole('button', { name: 'QR code' }));
        expect(await screen.findByRole('img', { name: 'QR code : Acme' })).toBeTruthy();
        expect(screen.queryByRole('button', { name: 'Carte de visite' })).toBeNull();
    });
});

describe('the generator', () => {
    it('draws a text once it is typed, and nothing of none', async () => {
        startFakeApi();
        await renderPage(<QrPage />, { route: '/qr' });
        const field = await screen.findByLabelText('Adresse ou texte');
        await userEvent.type(field, 'https://exemple.fr');
        const code = await screen.findByRole('img', { name: 'QR code : https://exemple.fr' });
        expect(code.getAttribute('src')).toBe('/api/qr?text=https%3A%2F%2Fexemple.fr');
        await userEvent.clear(field);
        await waitFor(() => expect(screen.queryByRole('img')).toBeNull());
    });
});

describe('labels', () => {
    const preview = async () => within(await screen.findByRole('group', { name: 'Aperçu des planches' }));

    it('show each record with its code, as many times as wished', async () => {
        startFakeApi({ companies: [buildCompany({ id: 'o1', name: 'Acme', city: 'Lyon' })] });
        await renderPage(<LabelsPage />, { route: '/qr/etiquettes', address: '/qr/etiquettes?resource=companies&ids=o1' });
        expect(await (await preview()).findByText('Acme')).toBeTruthy();
        expect((await preview()).getByText('Lyon')).toBeTruthy();
        await userEvent.type(screen.getByLabelText('Exemplaires'), '{Backspace}3', { initialSelectionStart: 0, initialSelectionEnd: 1 });
        await waitFor(async () => expect((await preview()).getAllByRole('img', { name: 'Acme' }).length).toBeGreaterThan(1));
    });

    it('let the number of copies be empty while it is typed, and say its limit', async () => {
        startFakeApi({ companies: [buildCompany({ id: 'o1', name: 'Acme' })] });
        await renderPage(<LabelsPage />, { route: '/qr/etiquettes', address: '/qr/etiquettes?resource=companies&ids=o1' });
        const copies = await screen.findByLabelText<HTMLInputElement>('Exemplaires');
        await userEvent.type(copies, '{Backspace}');
        expect(copies.value).toBe('');
        await userEvent.type(copies, '3');
        expect(copies.value).toBe('3');
        expect(screen.getByText('De 1 à 100')).toBeTruthy();
        await userEvent.type(copies, '999');
        expect(copies.getAttribute('aria-invalid')).toBe('true');
        await userEvent.tab();
        expect(copies.value).toBe('100');
    });

    it('say that a record is not there', async () => {
        startFakeApi({ companies: [buildCompany({ id: 'o1', name: 'Acme' })] });
        await renderPage(<LabelsPage />, { route: '/qr/etiquettes', address: '/qr/etiquettes?resource=companies&ids=o1,gone' });
        expect(await screen.findByText(/^1 fiche introuvable/)).toBeTruthy();
    });

    it('of people may carry their business cards', async () => {
        startFakeApi({ contacts: [buildContact({ id: 'c1', last_name: 'Lœuillet' })] });
        await renderPage(<LabelsPage />, { route: '/qr/etiquettes', address: '/qr/etiquettes?resource=contacts&ids=c1' });
        await userEvent.click(await screen.findByRole('combobox', { name: 'Ce que fait le code' }));
        await userEvent.click(screen.getByRole('option', { name: 'Carte de visite' }));
        const [code] = await (await preview()).findAllByRole('img');
        expect(code.getAttribute('src')).toBe('/api/contacts/c1/qr?kind=vcard');
    });

    it('say where records are chosen when there are none', async () => {
        startFakeApi();
        await renderPage(<LabelsPage />, { route: '/qr/etiquettes' });
        expect(await screen.findByText(/Cochez des fiches/)).toBeTruthy();
    });
});
