import { describe, expect, it } from 'vitest';
import { typedOf } from './typed';

describe('what is typed of a person', () => {
    it('is asked about once there is a name, an address or a number', () => {
        expect(typedOf('contacts', {})).toBeNull();
        expect(typedOf('contacts', { last_name: 'D', position: { company_id: 'c1' } })).toBeNull();
        expect(typedOf('contacts', { last_name: 'Du', first_name: ' Jean ' })).toEqual({ last_name: 'Du', first_name: 'Jean' });
    });

    it('leaves half an address and half a number alone', () => {
        expect(typedOf('contacts', { personal_email: 'jean@', personal_mobile: '06 44' })).toBeNull();
    });

    it('joins what is private and what is professional', () => {
        const values = { personal_email: 'a@b.fr', personal_mobile: '06 44 27 31 63', position: { company_id: 'c1', work_email: 'c@d.fr', work_phone: '0102030405' } };
        expect(typedOf('contacts', values)).toEqual({ email: 'a@b.fr,c@d.fr', phone: '06 44 27 31 63,0102030405', company_id: 'c1' });
    });
});

describe('what is typed of a company', () => {
    it('tells its SIREN by its SIRET', () => {
        expect(typedOf('companies', { siret: '552 081 317 66522' })).toEqual({ siren: '552081317' });
        expect(typedOf('companies', { siren: '552 081' })).toBeNull();
    });

    it('tells a site from another', () => {
        expect(typedOf('companies', { name: 'Pomme', site_label: 'Lyon', country: 'FR' })).toEqual({ name: 'Pomme', site_label: 'Lyon' });
        expect(typedOf('companies', { site_label: 'Lyon' })).toBeNull();
    });
});
