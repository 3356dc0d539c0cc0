import { describe, expect, it } from 'vitest';
import { addressLines, checkCompany, companyName, companyToSend, isSiren, isSiret, isVatNumber } from './company';

describe('French numbers', () => {
    it('accept a SIREN whose key is right and no other', () => {
        expect(isSiren('732829320')).toBe(true);
        expect(isSiren('732829321')).toBe(false);
        expect(isSiren('73282932')).toBe(false);
    });

    it('accept a SIRET by its key, and those of La Poste by their own rule', () => {
        expect(isSiret('73282932000074')).toBe(true);
        expect(isSiret('73282932000075')).toBe(false);
        expect(isSiret('35600000049837')).toBe(true);
    });

    it('check the key of a French VAT number and leave foreign ones to the server', () => {
        expect(isVatNumber('FR44732829320')).toBe(true);
        expect(isVatNumber('FR45732829320')).toBe(false);
        expect(isVatNumber('BE0403019261')).toBe(true);
        expect(isVatNumber('n/a')).toBe(false);
    });
});

describe('a company form', () => {
    it('asks for a name', () => {
        expect(checkCompany({ name: ' ' })).toEqual({ name: 'crm.checks.required' });
        expect(checkCompany({ name: 'Pomme' })).toEqual({});
    });

    it('refuses a SIRET of another SIREN', () => {
        expect(checkCompany({ name: 'Pomme', siren: '552100554', siret: '732 829 320 00074' })).toEqual({ siret: 'crm.checks.siret_siren' });
    });

    it('sends numbers without their spaces and leaves the rest alone', () => {
        expect(companyToSend({ name: 'Pomme SA', siren: '732 829 320', vat_number: 'fr 44 732829320' })).toEqual({
            name: 'Pomme SA',
            siren: '732829320',
            vat_number: 'FR44732829320',
        });
    });
});

describe('a company', () => {
    it('is named with its site', () => {
        expect(companyName({ name: 'Pomme', site_label: 'Magasin' })).toBe('Pomme (Magasin)');
        expect(companyName({ name: 'Pomme', site_label: null })).toBe('Pomme');
    });

    it('has its address in lines, without blank ones', () => {
        expect(addressLines('1 rue du Bac', '75007', 'Paris', 'France')).toBe('1 rue du Bac\n75007 Paris\nFrance');
        expect(addressLines(null, null, 'Paris')).toBe('Paris');
    });
});
