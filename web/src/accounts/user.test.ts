import { describe, expect, it } from 'vitest';
import { browserOf, checkUser, rateToKeep, rateToShow } from './user';

describe('the hourly rate', () => {
    it('is written as the reader writes, and kept as the wire does', () => {
        expect(rateToShow('28.00', 'fr')).toBe('28,00');
        expect(rateToShow('28.00', 'en')).toBe('28.00');
        expect(rateToShow(null, 'fr')).toBe('');
        expect(rateToKeep('1 031,5 €')).toBe('1031.5');
    });

    it('is refused when it is no amount', () => {
        const rated = (hourly_rate: unknown) => checkUser({ last_name: 'Martin', hourly_rate });
        for (const good of ['28', '28.5', '0', '9999.99']) expect(rated(good)).toEqual({});
        for (const bad of ['', null, '-1', '28.555', '10000', 'beaucoup', '2.']) expect(rated(bad)).toEqual({ hourly_rate: 'crm.checks.rate' });
    });
});

describe('a user', () => {
    it('has a last name', () => {
        expect(checkUser({ last_name: ' ', hourly_rate: '28' })).toEqual({ last_name: 'crm.checks.required' });
    });
});

describe('a browser', () => {
    it('is called by its own name, not by that of an ancestor', () => {
        expect(browserOf('Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36 Edg/141.0')).toBe('Edge, Windows');
        expect(browserOf('curl/8.5')).toBeNull();
    });
});
