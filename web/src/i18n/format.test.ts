import { describe, expect, it } from 'vitest';
import { createFormat } from './format';

describe('dates', () => {
    it('counts the first day of a month in French only', () => {
        expect(createFormat('fr').date('1950-01-01')).toBe('1er janvier 1950');
        expect(createFormat('fr').date('1950-01-11')).toBe('11 janvier 1950');
        expect(createFormat('en').date('1950-01-01')).toBe('January 1, 1950');
    });

    it('shows no more of a date than is known', () => {
        expect(createFormat('fr').date('2019')).toBe('2019');
        expect(createFormat('fr').date('2019-03')).toBe('mars 2019');
    });
});
