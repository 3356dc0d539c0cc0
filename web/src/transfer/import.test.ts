import { describe, expect, it } from 'vitest';
import { isOver, reasonsOf, refusalOf } from './import';

describe('a file at the door', () => {
    it('is let in when it may be a CSV, whatever its ending', () => {
        expect(refusalOf({ name: 'contacts.csv', size: 12 })).toBeNull();
        expect(refusalOf({ name: 'contacts.txt', size: 12 })).toBeNull();
    });

    it('is refused when it is a spreadsheet, empty or too large', () => {
        expect(refusalOf({ name: 'Contacts.XLSX', size: 12 })).toBe('crm.import.not_csv');
        expect(refusalOf({ name: 'contacts.csv', size: 0 })).toBe('crm.import.empty');
        expect(refusalOf({ name: 'contacts.csv', size: 200 * 1024 * 1024 })).toBe('crm.import.too_large');
    });
});

describe('an import', () => {
    it('is over when it is done or failed', () => {
        expect(isOver({ state: 'running' })).toBe(false);
        expect(isOver({ state: 'failed' })).toBe(true);
    });

    it('gives every reason of a refused row, by its field', () => {
        const reasons = [{ field: 'last_name', message: 'Le nom est vide.' }, { field: null, message: 'Trop de colonnes.' }];
        expect(reasonsOf({ reasons }, () => 'Nom')).toEqual(['Nom : Le nom est vide.', 'Trop de colonnes.']);
    });
});
