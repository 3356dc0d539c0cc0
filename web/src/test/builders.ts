/** Records as the server gives them, for tests and for the fake API. */
export type Fields = Record<string, unknown>;
export type Stored = Fields & { id: string; version: number; archived: boolean };

let count = 0;

export const born = (prefix: string): Stored => ({
    id: `${prefix}${String((count += 1)).padStart(5, '0')}`,
    version: 1,
    archived: false,
    created_at: '2026-11-02T09:00:00+00:00',
    updated_at: '2026-11-20T16:30:00+00:00',
    owner_id: 'u1',
});

export const CONTACT_FIELDS = [
    'civility', 'first_name', 'last_name', 'personal_phone', 'personal_mobile', 'personal_email', 'personal_street',
    'personal_postal_code', 'personal_city', 'personal_country', 'birthday', 'note', 'interest_ids', 'social', 'owner_id',
];

export const COMPANY_FIELDS = [
    'name', 'site_label', 'kinds', 'parent_id', 'siren', 'siret', 'vat_number', 'street', 'postal_code', 'city',
    'country', 'phone', 'mobile', 'email', 'website', 'social', 'note', 'owner_id',
];

export const USER_FIELDS = [
    'first_name', 'last_name', 'phone', 'colour', 'locale', 'time_zone', 'call_scheme', 'password', 'current_password',
    'role', 'visibility', 'hourly_rate',
];

const blank = (fields: string[]): Fields => Object.fromEntries(fields.map(field => [field, null]));

export const buildContact = (fields: Fields = {}): Stored => ({
    ...blank(CONTACT_FIELDS),
    ...born('c'),
    last_name: 'Dupont',
    first_name: 'Jeanne',
    interest_ids: [],
    main_position: null,
    ...fields,
});

export const buildCompany = (fields: Fields = {}): Stored => ({
    ...blank(COMPANY_FIELDS),
    ...born('s'),
    name: 'Pomme',
    kinds: [],
    number: count,
    ...fields,
});

export const buildPosition = (fields: Fields = {}): Stored => ({
    ...born('p'),
    title: 'Directrice',
    work_phone: null,
    work_mobile: null,
    work_email: null,
    start: null,
    end: null,
    is_main: true,
    ...fields,
});

export const buildUser = (fields: Fields = {}): Stored => ({
    ...born('u'),
    first_name: 'Alice',
    last_name: 'Martin',
    email: 'alice@exemple.fr',
    role: 'admin',
    visibility: 'all',
    locale: 'fr',
    time_zone: 'Europe/Paris',
    colour: '#0e6455',
    phone: null,
    hourly_rate: '28.00',
    call_scheme: 'tel',
    ...fields,
});
