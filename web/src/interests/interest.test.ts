import { describe, expect, it } from 'vitest';
import { byGroup, exampleOf, groupNames, holds, type Interest, interestsOf, isNamed, linesOf } from './interest';

const named = (name: string, group: string | null = null): Interest => ({ id: name, name, group });

describe('interests', () => {
    it('stand by group and name, those without a group last', () => {
        const groups = byGroup([named('Vin'), named('Écrivain', 'Métiers'), named('Comptable', 'Métiers'), named('Libre', 'État')]);
        expect(groups.map(({ name, interests }) => [name, ...interests.map(one => one.name)])).toEqual([
            ['État', 'Libre'],
            ['Métiers', 'Comptable', 'Écrivain'],
            [null, 'Vin'],
        ]);
        expect(groupNames([named('Vin'), named('Libre', 'État')])).toEqual(['État']);
    });

    it('are the same with and without accents', () => {
        expect(isNamed('À la recherche')(named('A la recherche'))).toBe(true);
        expect(isNamed('Libre')(named('Libres'))).toBe(false);
        expect(holds('metier')(named('Comptable', 'Métiers'))).toBe(true);
    });

    it('are typed one a line, each counting once', () => {
        expect(linesOf(' Comptable \n\ncomptable\nVendeur')).toEqual(['Comptable', 'Vendeur']);
    });

    it('of a record leave out those that are archived', () => {
        expect(interestsOf(['Vin', 'gone'], [named('Libre'), named('Vin')]).map(({ id }) => id)).toEqual(['Vin']);
        expect(interestsOf(null, [named('Vin')])).toEqual([]);
    });

    it('have an example in the words of the FAQ', () => {
        expect(exampleOf('Recrutement', 'Métiers').map(({ name }) => name)).toEqual([
            'Libre',
            'À la recherche',
            'Comptable',
            'Vendeur automobile',
            'Analyste programmeur',
            'Manager textile',
        ]);
    });
});
