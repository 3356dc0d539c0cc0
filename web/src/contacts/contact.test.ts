import { describe, expect, it } from 'vitest';
import { checkContact, contactName, contactToSend } from './contact';

describe('a contact', () => {
    it('is named as one would say it', () => {
        expect(contactName({ civility: 'Mme', first_name: 'Jeanne', last_name: 'Dupont' })).toBe('Mme Jeanne Dupont');
        expect(contactName({ civility: null, first_name: null, last_name: 'Dupont' })).toBe('Dupont');
    });
});

describe('a contact form', () => {
    it('asks for a last name and nothing else', () => {
        expect(checkContact({ first_name: 'Jeanne', last_name: '  ' })).toEqual({ last_name: 'crm.checks.required' });
        expect(checkContact({ last_name: 'Dupont' })).toEqual({});
    });

    it('refuses an e-mail address without a domain', () => {
        expect(checkContact({ last_name: 'Dupont', personal_email: 'jeanne@' })).toEqual({ personal_email: 'crm.checks.email' });
    });

    it('sends text without the spaces around it, and keeps lines of a note', () => {
        expect(contactToSend({ last_name: ' Dupont ', note: 'un\ndeux', birthday: null })).toEqual({ last_name: 'Dupont', note: 'un\ndeux', birthday: null });
    });
});
