import { describe, expect, it } from 'vitest';
import { isWithin } from './places';

describe('the menu', () => {
    it('marks the place a page belongs to', () => {
        expect([isWithin('/contacts', '/contacts/c1/edit'), isWithin('/contacts', '/contactless')]).toEqual([true, false]);
    });

    it('counts the managing of interests to the administration', () => {
        expect(['/interests', '/users'].map(place => isWithin(place, '/interests/manage'))).toEqual([false, true]);
        expect(isWithin('/interests', '/interests/matching')).toBe(true);
    });
});
