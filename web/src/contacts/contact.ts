/** Pure rules of contacts: their name, what a form sends, what it refuses. */
import type { RaRecord } from 'ra-core';
import { checkPosition, isEmptyPosition, type Position, positionToSend, type Social } from '../companies';

export type Contact = RaRecord & {
    id: string;
    civility: string | null;
    first_name: string | null;
    last_name: string;
    personal_phone: string | null;
    personal_mobile: string | null;
    personal_email: string | null;
    personal_street: string | null;
    personal_postal_code: string | null;
    personal_city: string | null;
    personal_country: string | null;
    birthday: string | null;
    note: string | null;
    interest_ids: string[] | null;
    social: Social | null;
    owner_id: string | null;
    main_position: Partial<Position> | null;
    archived: boolean;
};

export const CIVILITIES = ['M.', 'Mme'];

/** "Mme Jeanne Dupont", as one would say it. */
export const contactName = ({ civility, first_name, last_name }: Pick<Contact, 'civility' | 'first_name' | 'last_name'>): string =>
    [civility, personName({ first_name, last_name })].filter(Boolean).join(' ');

/** The name alone, without "Mme". */
export const personName = ({ first_name, last_name }: Pick<Contact, 'first_name' | 'last_name'>): string =>
    [first_name, last_name].filter(Boolean).join(' ');

type Values = Record<string, unknown>;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Errors by field, as keys of i18n. */
export function checkContact(values: Values): Record<string, string> {
    const errors: Record<string, string> = {};
    if (!String(values.last_name ?? '').trim()) errors.last_name = 'crm.checks.required';
    const email = String(values.personal_email ?? '').trim();
    if (email && !EMAIL.test(email)) errors.personal_email = 'crm.checks.email';
    return errors;
}

type WithPosition = Values & { position?: Values | null };

/** Errors of the form of a new contact, whose first position may be left out. */
export function checkNewContact(values: WithPosition): Values {
    const errors = checkContact(values);
    if (isEmptyPosition(values.position)) return errors;
    const position = checkPosition(values.position ?? {});
    return Object.keys(position).length ? { ...errors, position } : errors;
}

export function newContactToSend({ position, ...values }: WithPosition): Values {
    const contact = contactToSend(values);
    return isEmptyPosition(position) ? contact : { ...contact, position: positionToSend(position ?? {}) };
}

/** What is sent of a form: text without the spaces around it. */
export const contactToSend = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]));
