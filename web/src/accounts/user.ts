/** Pure rules about users: their name, their rate, their browsers. */
import type { RaRecord } from 'ra-core';
import type { User } from '../api';

export type NamedUser = Pick<User, 'first_name' | 'last_name'>;

export const nameOf = ({ first_name, last_name }: NamedUser): string => `${first_name} ${last_name}`.trim();

/** A user as the administration reads and changes them. */
export type Colleague = RaRecord & User & { id: string; archived: boolean };

export const ROLES: User['role'][] = ['admin', 'user', 'read_only'];

export const VISIBILITIES: User['visibility'][] = ['all', 'own'];

/** The wire's rate ("28.00") as the reader of this language writes it ("28,00"). */
export const rateToShow = (rate: string | null | undefined, locale: string): string =>
    locale === 'fr' ? (rate ?? '').replace('.', ',') : (rate ?? '');

/** What was typed as the wire writes it; spaces and the sign of the currency are forgiven. */
export const rateToKeep = (typed: string): string => typed.replace(/[\s€]/g, '').replace(',', '.');

const isRate = (rate: unknown): boolean => /^\d{1,4}(\.\d{1,2})?$/.test(String(rate ?? ''));

/** Errors by field, as keys of i18n. */
export function checkUser(values: Record<string, unknown>): Record<string, string> {
    const errors: Record<string, string> = {};
    if (!String(values.last_name ?? '').trim()) errors.last_name = 'crm.checks.required';
    if (!isRate(values.hourly_rate)) errors.hourly_rate = 'crm.checks.rate';
    return errors;
}

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
