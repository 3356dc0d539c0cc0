import { describe, expect, it } from 'vitest';
import { differencesOf, firstChoices, merged, undecided } from './difference';

const before = { id: 'c1', version: 3, last_name: 'Dupont', personal_city: 'Nantes', note: null, social: { x: '@jd' } };

describe('two people on one record', () => {
    it('see only the fields that differ, and who changed them', () => {
        const current = { ...before, version: 4, personal_city: 'Lyon', note: 'Rappeler' };
        const typed = { ...before, personal_city: 'Paris', last_name: 'Dupond' };
        expect(differencesOf({ typed, before, current })).toEqual([
            { field: 'last_name', original: 'Dupont', theirs: 'Dupont', mine: 'Dupond', by: 'mine' },
            { field: 'personal_city', original: 'Nantes', theirs: 'Lyon', mine: 'Paris', by: 'both' },
            { field: 'note', original: null, theirs: 'Rappeler', mine: null, by: 'theirs' },
        ]);
    });

    it('have nothing to decide where they wrote the same, or left blank what was blank', () => {
        const current = { ...before, version: 4, personal_city: 'Lyon', note: '' };
        expect(differencesOf({ typed: { ...before, personal_city: 'Lyon' }, before, current })).toEqual([]);
    });

    it('compare the social networks one by one', () => {
        const current = { ...before, version: 4, social: { x: '@jd', linkedin: 'https://www.linkedin.com/in/jd' } };
        const typed = { ...before, social: { x: '@jeanne' } };
        const differences = differencesOf({ typed, before, current });
        expect(differences.map(({ field, by }) => [field, by])).toEqual([['social.x', 'mine'], ['social.linkedin', 'theirs']]);
        expect(merged(current, differences, firstChoices(differences)).social).toEqual({
            x: '@jeanne',
            linkedin: 'https://www.linkedin.com/in/jd',
        });
    });
});

describe('the merged record', () => {
    const current = { ...before, version: 4, personal_city: 'Lyon', note: 'Rappeler' };
    const differences = differencesOf({ typed: { ...before, personal_city: 'Paris', last_name: 'Dupond' }, before, current });

    it('takes over by itself what one side changed alone, and waits for the rest', () => {
        const choices = firstChoices(differences);
        expect(choices).toEqual({ last_name: 'mine', note: 'theirs' });
        expect(undecided(differences, choices)).toBe(1);
    });

    it('is the record as it is now with the chosen fields on top', () => {
        const choices = { ...firstChoices(differences), personal_city: 'mine' } as const;
        expect(merged(current, differences, choices)).toEqual({ ...current, personal_city: 'Paris', last_name: 'Dupond' });
    });

    it('gives up what was typed where the other value is chosen', () => {
        const choices = { last_name: 'theirs', personal_city: 'theirs', note: 'theirs' } as const;
        expect(merged(current, differences, choices)).toEqual(current);
    });
});
