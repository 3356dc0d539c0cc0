/** Pure rules of companies: their name, what a form sends, and the keys of French numbers. */
import type { RaRecord } from 'ra-core';

export const KINDS = ['lead', 'client', 'supplier'] as const;

export type Kind = (typeof KINDS)[number];

export const NETWORKS = ['linkedin', 'x', 'facebook', 'instagram', 'youtube', 'bluesky', 'mastodon', 'viadeo'] as const;

export type Social = Partial<Record<(typeof NETWORKS)[number], string | null>>;

export type Company = RaRecord & {
    id: string;
    name: string;
    site_label: string | null;
    number: number | null;
    kinds: Kind[] | null;
    parent_id: string | null;
    siren: string | null;
    siret: string | null;
    vat_number: string | null;
    street: string | null;
    postal_code: string | null;
    city: string | null;
    country: string | null;
    phone: string | null;
    mobile: string | null;
    email: string | null;
    website: string | null;
    social: Social | null;
    note: string | null;
    owner_id: string | null;
    archived: boolean;
};

/** What a list and a picker know of a company. */
export type CompanyRow = RaRecord & Pick<Company, 'id' | 'name'> & Partial<Pick<Company, 'site_label' | 'city' | 'kinds' | 'phone'>>;

/** "Pomme (Magasin)": sites of one company differ by their label only. */
export const companyName = ({ name, site_label }: Pick<CompanyRow, 'name' | 'site_label'>): string =>
    site_label ? `${name} (${site_label})` : name;

const compact = (text: string): string => text.replace(/[\s.]/g, '');

/** Luhn's sum: the last digit is the key. */
export function isLuhn(digits: string): boolean {
    const sum = [...digits].reverse().reduce((total, digit, place) => {
        const value = Number(digit) * (place % 2 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && isLuhn(text);

const LA_POSTE = '356000000';

/** The offices of La Poste outgrew Luhn's keys: the plain sum of their digits is a multiple of five. */
export function isSiret(text: string): boolean {
    if (!/^\d{14}$/.test(text)) return false;
    const sum = [...text].reduce((total, digit) => total + Number(digit), 0);
    return isLuhn(text) || (text.startsWith(LA_POSTE) && sum % 5 === 0);
}

/** Checks French numbers only; those of other countries are left to the server. */
export function isVatNumber(text: string): boolean {
    const french = /^FR(\d{2})(\d{9})$/.exec(text);
    if (!text.startsWith('FR') || /^FR[A-Z\d]*[A-Z]/.test(text)) return /^[A-Z]{2}[A-Z\d]{2,13}$/.test(text);
    return french !== null && Number(french[1]) === (12 + 3 * (Number(french[2]) % 97)) % 97;
}

const NUMBERS = ['siren', 'siret', 'vat_number'];

type Values = Record<string, unknown>;

const textOf = (values: Values, field: string): string => compact(String(values[field] ?? '')).toUpperCase();

function checkSiret(siret: string, siren: string): string | undefined {
    if (!siret) return undefined;
    if (!isSiret(siret)) return 'crm.checks.siret';
    return siren && !siret.startsWith(siren) ? 'crm.checks.siret_siren' : undefined;
}

/** Errors by field, as keys of i18n. */
export function checkCompany(values: Values): Record<string, string> {
    const [siren, siret, vat] = NUMBERS.map(field => textOf(values, field));
    const errors = {
        name: String(values.name ?? '').trim() ? undefined : 'crm.checks.required',
        siren: siren && !isSiren(siren) ? 'crm.checks.siren' : undefined,
        siret: checkSiret(siret, siren),
        vat_number: vat && !isVatNumber(vat) ? 'crm.checks.vat_number' : undefined,
    };
    return Object.fromEntries(Object.entries(errors).filter((error): error is [string, string] => Boolean(error[1])));
}

/** What is sent of a form: numbers without their spaces. */
export function companyToSend(values: Values): Values {
    const numbers = NUMBERS.filter(field => values[field]).map(field => [field, textOf(values, field)]);
    return { ...values, ...Object.fromEntries(numbers) };
}

/** The address in lines, as on an envelope. */
export const addressLines = (street?: string | null, postalCode?: string | null, city?: string | null, country?: string): string =>
    [street, [postalCode, city].filter(Boolean).join(' '), country].filter(Boolean).join('\n');
