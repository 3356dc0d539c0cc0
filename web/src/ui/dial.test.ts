import { describe, expect, it } from 'vitest';
import { callAddress, digitsOf } from './dial';

describe('a phone number', () => {
    it('is dialled without spaces, dots and the optional zero', () => {
        expect(digitsOf('+33 (0)6 12.34-56 78')).toBe('+33612345678');
        expect(digitsOf('02 40 12 34 56')).toBe('0240123456');
    });

    it('is called by the scheme of the user', () => {
        expect(callAddress('02 40 12 34 56', 'tel')).toBe('tel:0240123456');
        expect(callAddress('02 40 12 34 56', 'sip')).toBe('sip:0240123456');
    });

    it('is made international where national numbers are unknown', () => {
        expect(callAddress('06 12 34 56 78', 'whatsapp')).toBe('https://wa.me/33612345678');
        expect(callAddress('0032 2 123 45 67', 'whatsapp')).toBe('https://wa.me/3221234567');
        expect(callAddress('+41 22 123 45 67', 'teams')).toBe('https://teams.microsoft.com/l/call/0/0?users=4:+41221234567');
    });
});
