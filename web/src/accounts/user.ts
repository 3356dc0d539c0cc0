/** Pure rules about users: their name, and what their profile page may send. */
import type { User } from '../api';

export type NamedUser = Pick<User, 'first_name' | 'last_name'>;

export const nameOf = ({ first_name, last_name }: NamedUser): string => `${first_name} ${last_name}`.trim();

/** "Firefox, Windows" from what the browser says of itself; `null` when nothing is known. */
export function browserOf(agent: string | null | undefined): string | null {
    const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
    return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(', ') || null;
}

// Most browsers also name those they descend from: the youngest comes first.
const BROWSERS: [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
    [/iPhone|iPad/, 'iOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
];
