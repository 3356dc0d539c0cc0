/** A position: a person's job in a company, with dates as precise as they are known. */
import type { RaRecord } from 'ra-core';

export type Position = RaRecord & {
    id: string;
    contact_id: string;
    contact: string;
    company_id: string;
    company: string;
    title: string | null;
    work_phone: string | null;
    work_mobile: string | null;
    work_email: string | null;
    start: string | null;
    end: string | null;
    is_main: boolean;
};

/** A position is seen from one of its two ends and leads to the other. */
export type End = 'contact' | 'company';

export const otherEnd = (position: Position, from: End): { resource: string; id: string; name: string } =>
    from === 'contact'
        ? { resource: 'companies', id: position.company_id, name: position.company }
        : { resource: 'contacts', id: position.contact_id, name: position.contact };

type Translate = (key: string, options?: Record<string, string>) => string;

type Period = Pick<Position, 'start' | 'end'>;

/** A day is said with its article: "depuis le 1 mars 2019", but "depuis mars 2019". */
const precision = (date: string): 'day' | 'month' => (date.length === 10 ? 'day' : 'month');

/** "2015 – 2019", "depuis mars 2019", or nothing. */
export function periodOf({ start, end }: Period, date: (value: string) => string, translate: Translate): string {
    if (start && end) return translate('crm.positions.from_to', { start: date(start), end: date(end) });
    if (start) return translate(`crm.positions.since_${precision(start)}`, { start: date(start) });
    return end ? translate(`crm.positions.until_${precision(end)}`, { end: date(end) }) : '';
}

/** Who left "in 2026" has left, even in 2026; who leaves on a certain day is there until its evening. */
export function isPast({ end }: Period, today: string): boolean {
    if (!end) return false;
    return end.length === 10 ? end < today : end <= today.slice(0, end.length);
}

const FIELDS = ['contact_id', 'company_id', 'is_main'];

type Values = Record<string, unknown>;

const TEXTS = ['title', 'work_phone', 'work_mobile', 'work_email'];

/** A date in three parts, of which the first ones may stand alone. */
export const partsOf = (date: unknown): [string, string, string] => {
    const [year = '', month = '', day = ''] = String(date ?? '').split('-');
    return [year, month, day];
};

/** Also what is not yet a date is kept as it is typed: "-03" is a month that waits for its year. */
export const joined = (parts: string[]): string | null => parts.join('-').replace(/-+$/, '') || null;

/** "2019-3-1" as the wire writes it. */
export const dateToSend = (date: unknown): string | null => joined(partsOf(date).map((part, place) => (place && part ? part.padStart(2, '0') : part)));

const HONEST = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;

function isDate(date: string): boolean {
    if (!HONEST.test(date)) return false;
    const day = new Date(`${date}-01-01`.slice(0, 10));
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** The last day `end` may mean is before the first `start` may mean. */
const endsBefore = (end: string, start: string): boolean => end.slice(0, start.length) < start.slice(0, end.length);

/** Errors by field, as keys of i18n. */
export const checkPosition = (values: Values): Record<string, string> => ({
    ...(values.company_id ? {} : { company_id: 'crm.checks.company' }),
    ...checkPeriod(dateToSend(values.start), dateToSend(values.end)),
});

function checkPeriod(start: string | null, end: string | null): Record<string, string> {
    const wrong = Object.entries({ start, end }).filter(([, date]) => date !== null && !isDate(date));
    if (wrong.length) return Object.fromEntries(wrong.map(([field]) => [field, 'crm.checks.honest_date']));
    return start && end && endsBefore(end, start) ? { end: 'crm.checks.end_before_start' } : {};
}

/** What is sent of a form: text without the spaces around it, dates as the wire writes them. */
export function positionToSend(values: Values): Values {
    const texts = TEXTS.map(field => [field, String(values[field] ?? '').trim() || null]);
    const rest = Object.fromEntries(Object.entries(values).filter(([field]) => FIELDS.includes(field)));
    return { ...rest, ...Object.fromEntries(texts), start: dateToSend(values.start), end: dateToSend(values.end) };
}

/** A section nobody wrote in is no position. */
export const isEmptyPosition = (values: Values | null | undefined): boolean =>
    Object.values(values ?? {}).every(value => value === null || value === undefined || value === '' || value === false);

/** "Jean Paul Dupont" typed in one go: the last word is the last name. */
export function splitName(typed: string): { first_name: string; last_name: string } {
    const words = typed.trim().split(/\s+/);
    return { first_name: words.slice(0, -1).join(' '), last_name: words[words.length - 1] };
}
