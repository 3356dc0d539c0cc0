/** What a form says so far of who may be there already; nothing while too little is typed to tell. */
import type { Twin } from '../api';

type Values = Record<string, unknown>;

const SHORTEST_NAME = 2;
const SHORTEST_PHONE = 6;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const textOf = (values: unknown, field: string): string => String((values as Values | undefined)?.[field] ?? '').trim();

const emails = (texts: string[]): string => texts.filter(text => EMAIL.test(text)).join(',');

const phones = (texts: string[]): string => texts.filter(text => text.replace(/\D/g, '').length >= SHORTEST_PHONE).join(',');

const names = (text: string): string => (text.length >= SHORTEST_NAME ? text : '');

function person(values: Values): Record<string, string> {
    const job = values.position;
    return {
        last_name: names(textOf(values, 'last_name')),
        first_name: textOf(values, 'first_name'),
        email: emails([textOf(values, 'personal_email'), textOf(job, 'work_email')]),
        phone: phones([textOf(values, 'personal_mobile'), textOf(values, 'personal_phone'), textOf(job, 'work_mobile'), textOf(job, 'work_phone')]),
        company_id: textOf(job, 'company_id'),
    };
}

const company = (values: Values): Record<string, string> => ({
    name: names(textOf(values, 'name')),
    site_label: textOf(values, 'site_label'),
    email: emails([textOf(values, 'email')]),
    phone: phones([textOf(values, 'phone'), textOf(values, 'mobile')]),
    siren: sirenOf(values),
});

function sirenOf(values: Values): string {
    const siren = (textOf(values, 'siren') || textOf(values, 'siret')).replace(/[\s.]/g, '').slice(0, 9);
    return siren.length === 9 ? siren : '';
}

/** Fields that say something of somebody; a company or a site alone does not. */
const TELLING = ['last_name', 'name', 'email', 'phone', 'siren'];

export function typedOf(resource: Twin, values: Values): Record<string, string> | null {
    const typed = Object.entries(resource === 'contacts' ? person(values) : company(values)).filter(([, text]) => text);
    return typed.some(([field]) => TELLING.includes(field)) ? Object.fromEntries(typed) : null;
}
