import { describe, expect, it } from 'vitest';
import { askedIn, choicesToSend, firstChoice, isDifference, pathToMerge, settledValue, twinDetail, twinName } from './twin';

const field = (winner: unknown, loser: unknown, chosen: 'winner' | 'loser' | 'both' | 'same') => ({ field: 'note', winner, loser, chosen });

describe('two records that may be one', () => {
    it('are told by their name, site, company and the rest', () => {
        expect(twinName({ name: 'Pomme', site_label: 'Magasin' })).toBe('Pomme (Magasin)');
        expect(twinDetail({ id: '1', name: 'Dupont', title: 'Gérant', company: 'Bœuf', city: null, phone: '06' })).toBe('Gérant, Bœuf · 06');
    });

    it('are merged at an address that says which', () => {
        const query = new URLSearchParams(pathToMerge('contacts', 'a', 'b').split('?')[1]);
        expect(askedIn(query)).toEqual({ resource: 'contacts', winner: 'a', loser: 'b' });
        expect(askedIn(new URLSearchParams({ resource: 'users', winner: 'a', loser: 'b' }))).toBeNull();
        expect(askedIn(new URLSearchParams({ resource: 'contacts', winner: 'a' }))).toBeNull();
    });
});

describe('a field of a merge', () => {
    it('is to be chosen where both say something else', () => {
        expect(isDifference(field('a', 'b', 'winner'))).toBe(true);
        expect(isDifference(field('a', 'b', 'both'))).toBe(true);
        expect(isDifference(field('a', 'A', 'same'))).toBe(false);
        expect(isDifference(field(null, 'b', 'loser'))).toBe(false);
    });

    it('keeps what one alone says', () => {
        expect(settledValue(field(null, 'b', 'loser'))).toBe('b');
        expect(settledValue(field('a', 'A', 'same'))).toBe('a');
        expect(firstChoice(field('a', 'A', 'same'))).toBe('winner');
    });

    it('is sent when it was chosen', () => {
        expect(choicesToSend({ note: 'both', first_name: 'loser' })).toEqual({ first_name: 'loser' });
    });
});
