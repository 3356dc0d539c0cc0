/** Pure rules of interests: their groups, how one is found by its name, the lines of several typed at once. */
import type { RaRecord } from 'ra-core';
import { fold } from '../ui';

export type Interest = RaRecord & { id: string; name: string; group: string | null };

export type Group<T> = { name: string | null; interests: T[] };

const compare = (one: string, other: string): number => one.localeCompare(other, 'fr', { sensitivity: 'base', numeric: true });

/** By group, then by name; those without a group come last. */
export function byGroup<T extends Pick<Interest, 'name' | 'group'>>(interests: T[]): Group<T>[] {
    const groups = new Map<string | null, T[]>();
    for (const interest of [...interests].sort((one, other) => compare(one.name, other.name))) {
        const name = interest.group || null;
        groups.set(name, [...(groups.get(name) ?? []), interest]);
    }
    return [...groups]
        .map(([name, members]) => ({ name, interests: members }))
        .sort((one, other) => Number(one.name === null) - Number(other.name === null) || compare(one.name ?? '', other.name ?? ''));
}

/** One after the other as their groups stand: what a picker that shows groups asks for. */
export const inGroups = <T extends Pick<Interest, 'name' | 'group'>>(interests: T[]): T[] => byGroup(interests).flatMap(group => group.interests);

export const groupNames = (interests: Interest[]): string[] => byGroup(interests).flatMap(({ name }) => (name ? [name] : []));

/** "A la recherche" is "À la recherche". */
export const isNamed = (name: string) => ({ name: other }: Pick<Interest, 'name'>): boolean => fold(other.trim()) === fold(name.trim());

export const holds = (typed: string) => ({ name, group }: Pick<Interest, 'name' | 'group'>): boolean =>
    fold(`${name} ${group ?? ''}`).includes(fold(typed.trim()));

/** What a picker offers for what was typed. */
export const matching = (options: Interest[], { inputValue }: { inputValue: string }): Interest[] => options.filter(holds(inputValue));

/** The names in a text of one a line, each once. */
export function linesOf(text: string): string[] {
    const names = text.split('\n').map(line => line.trim()).filter(Boolean);
    return names.filter((name, place) => names.findIndex(other => fold(other) === fold(name)) === place);
}

/** Those of a record that still exist, as the groups order them. */
export function interestsOf<T extends Interest>(ids: string[] | null | undefined, all: T[]): T[] {
    return inGroups(all).filter(({ id }) => ids?.includes(id));
}

export type NewInterest = { name: string; group: string | null };

/** The FAQ's recruitment agency, in its own words. */
export const exampleOf = (states: string, jobs: string): NewInterest[] => [
    ...['Libre', 'À la recherche'].map(name => ({ name, group: states })),
    ...['Comptable', 'Vendeur automobile', 'Analyste programmeur', 'Manager textile'].map(name => ({ name, group: jobs })),
];
