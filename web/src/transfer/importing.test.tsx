import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FakeApi } from '../test/fakeApi';
import { buildPreview, plainPreview } from '../test/fakeFiles';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import ImportPage from './ImportPage';
import ImportProgressPage from './ImportProgressPage';

const FILE = new File(['Nom\nLœuillet'], 'contacts.csv', { type: 'text/csv' });

const optionsOf = (api: FakeApi) => api.world.imports[0].options;

async function choose(button: string) {
    const { router } = await renderPage(<ImportPage />, { route: '/imports' });
    await userEvent.upload(await screen.findByLabelText('Choisir un fichier', { selector: 'input' }), FILE);
    await userEvent.click(screen.getByRole('button', { name: button }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/imports/i1'));
}

/** The page of an import that waits to be looked at. */
async function open(world = {}) {
    const api = startFakeApi(world);
    await choose('Vérifier d’abord');
    await renderPage(<ImportProgressPage />, { route: '/imports/:id', address: '/imports/i1' });
    await screen.findByRole('heading', { name: 'Avant d’importer' });
    return api;
}

describe('a file', () => {
    it('whose columns are all recognised begins at once', async () => {
        const api = startFakeApi({ preview: plainPreview() });
        await choose('Importer');
        expect(optionsOf(api)).toEqual({ duplicates: 'update', dry_run: false });
    });

    it('with a column that would be lost waits for somebody to look at it', async () => {
        const api = startFakeApi();
        await choose('Importer');
        expect(optionsOf(api)).toBeUndefined();
    });
});

describe('before the import', () => {
    it('says what will be ignored, and lets it become something', async () => {
        const api = await open();
        expect(await screen.findByText(/Une colonne sera ignorée : « Carte de fidélité »/)).toBeTruthy();
        await userEvent.selectOptions(screen.getByLabelText('La colonne « Carte de fidélité » devient'), 'Note');
        expect(screen.getByText(/Tout est reconnu/)).toBeTruthy();
        await userEvent.click(screen.getByRole('radio', { name: 'Toujours créer une nouvelle fiche' }));
        await userEvent.click(screen.getByRole('button', { name: 'Importer' }));
        await screen.findByRole('heading', { name: /Import/ });
        expect(optionsOf(api)).toEqual({ mapping: { 6: 'note' }, duplicates: 'create', dry_run: false });
    });

    it('names what would be lost, and counts what is empty as far as it was read', async () => {
        const columns = (buildPreview().columns as object[]).concat({ position: 7, header: 'Suffixe', field: null, samples: ['', '', ''] });
        await open({ preview: buildPreview({ columns }) });
        const status = await screen.findByRole('status');
        expect(status.textContent).toContain('Une colonne sera ignorée\u00a0: «\u00a0Carte de fidélité\u00a0».');
        expect(status.textContent).toContain('Une colonne inconnue est vide dans les premières lignes');
    });

    it('reads the file again in another charset', async () => {
        await open();
        expect(await screen.findByText(/Lœuillet/)).toBeTruthy();
        await userEvent.selectOptions(screen.getByLabelText('Encodage'), 'Mac (Mac Roman)');
        expect(await screen.findByText(/LÃ©uillet/)).toBeTruthy();
    });

    it('keeps its choices within reach when one of them is refused', async () => {
        await open();
        await userEvent.selectOptions(await screen.findByLabelText('Séparateur'), 'Virgule ( , )');
        expect(await screen.findByText(/pas une ligne d’en-têtes/)).toBeTruthy();
        expect(screen.queryByRole('button', { name: 'Importer' })).toBeNull();
        expect((screen.getByLabelText('Séparateur') as HTMLSelectElement).value).toBe(',');
        await userEvent.selectOptions(screen.getByLabelText('Séparateur'), 'Point-virgule ( ; )');
        expect(await screen.findByRole('region', { name: 'Colonnes du fichier' })).toBeTruthy();
    });

    it('says that a charset does not read the file, and does not begin with it', async () => {
        await open();
        await userEvent.selectOptions(await screen.findByLabelText('Encodage'), 'UTF-8');
        expect(await screen.findByText(/Cet encodage ne lit pas le fichier/)).toBeTruthy();
        expect((screen.getByRole('button', { name: 'Importer' }) as HTMLButtonElement).disabled).toBe(true);
        await userEvent.selectOptions(screen.getByLabelText('Encodage'), 'Windows (cp1252)');
        await waitFor(() => expect(screen.queryByText(/Cet encodage ne lit pas le fichier/)).toBeNull());
    });

    it('says of cards that none can be read', async () => {
        const columns = [{ position: 0, header: 'last_name', field: 'last_name', samples: [] }];
        await open({ preview: buildPreview({ kind: 'vcard', columns, rows_estimated: 1 }) });
        const status = await screen.findByRole('status');
        expect(status.textContent).toMatch(/Aucune des premières fiches ne se lit/);
        expect(screen.queryByText(/Tout est reconnu/)).toBeNull();
    });

    it('names the first of many lost columns and counts the others', async () => {
        const columns = Array.from({ length: 10 }, (_, position) => ({ position, header: `C${position}`, field: position ? null : 'last_name', samples: ['x'] }));
        await open({ preview: buildPreview({ columns }) });
        const status = await screen.findByRole('status');
        expect(status.textContent).toMatch(/9 colonnes seront ignorées.*C7\u00a0», «\u00a0C8\u00a0» et une autre\.$/);
    });

    it('does not begin without a column of names', async () => {
        await open();
        await userEvent.selectOptions(await screen.findByLabelText('La colonne « Nom » devient'), '— Ignorée —');
        expect(screen.getByText(/Aucune colonne n’est reconnue comme « Nom »/)).toBeTruthy();
        expect((screen.getByRole('button', { name: 'Importer' }) as HTMLButtonElement).disabled).toBe(true);
    });

    it('rehearses, then imports with the same choices', async () => {
        const api = await open();
        await userEvent.selectOptions(await screen.findByLabelText('Encodage'), 'ISO-8859-15 (ancien logiciel)');
        await userEvent.click(screen.getByRole('button', { name: 'Essai à blanc' }));
        const rehearsed = await screen.findByRole('region', { name: 'Essai à blanc terminé' }, { timeout: 10_000 });
        expect(within(rehearsed).getByText('À créer')).toBeTruthy();
        expect(optionsOf(api)).toEqual({ charset: 'iso-8859-15', duplicates: 'update', dry_run: true });
        await userEvent.click(screen.getByRole('button', { name: 'Importer' }));
        await screen.findByRole('region', { name: 'Import terminé' }, { timeout: 10_000 });
        expect(optionsOf(api)).toEqual({ charset: 'iso-8859-15', duplicates: 'update', dry_run: false });
    });
});

describe('an import that is done', () => {
    it('is taken back after saying what that means', async () => {
        const api = await open();
        await userEvent.click(await screen.findByRole('button', { name: 'Importer' }));
        await userEvent.click(await screen.findByRole('button', { name: /^Annuler cet import/ }, { timeout: 10_000 }));
        const dialog = screen.getByRole('dialog', { name: 'Annuler l’import de «\u00a0contacts.csv\u00a0»\u00a0?' });
        expect(dialog.textContent).toMatch(/Les 9.998 fiches créées par cet import seront retirées/);
        await userEvent.click(within(dialog).getByRole('button', { name: 'Annuler cet import' }));
        await screen.findByRole('region', { name: 'Import annulé' }, { timeout: 10_000 });
        expect(api.world.imports[0]).toMatchObject({ undo_state: 'done', removed: 9_997, kept: 1 });
        expect(screen.getByRole('link', { name: 'Roux Paul' }).closest('li')?.textContent).toBe('Roux Paul · Modifiée depuis l’import.');
        expect(screen.queryByRole('button', { name: /^Annuler cet import/ })).toBeNull();
    });
});
