import { describe, expect, it } from 'vitest';
import type { Interest } from './interest';
import { leadsOf, missingRoles, profilesOf, rolesOf } from './roles';

const named = (name: string): Interest => ({ id: name.toLowerCase(), name, group: null });

const all = [named('Libre'), named('A la recherche'), named('Comptable'), named('Disponible')];

describe('the parts of matching', () => {
    it('are known by the words of the FAQ, with or without accents', () => {
        const roles = rolesOf({}, all);
        expect([roles.free?.name, roles.looking?.name]).toEqual(['Libre', 'A la recherche']);
        expect(profilesOf(roles, all).map(({ name }) => name)).toEqual(['Comptable', 'Disponible']);
    });

    it('are those the user chose, as long as they exist', () => {
        expect(rolesOf({ free: 'disponible' }, all).free?.name).toBe('Disponible');
        expect(rolesOf({ free: 'gone' }, all).free?.name).toBe('Libre');
        expect(missingRoles(rolesOf({}, [named('Comptable')]))).toEqual(['free', 'looking']);
    });

    it('lead a candidate to companies, and who hires to candidates', () => {
        const roles = rolesOf({}, all);
        const leads = (ids: string[]) => leadsOf(ids, roles, all).map(({ role, profile }) => [role, profile.name]);
        expect(leads(['libre', 'comptable'])).toEqual([['free', 'Comptable']]);
        expect(leads(['a la recherche', 'comptable'])).toEqual([['looking', 'Comptable']]);
        expect(leads(['comptable'])).toEqual([]);
    });
});
