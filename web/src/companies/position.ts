/** A position: a person's job in a company. */
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

/** "de mars 2019 à 2021", "depuis 2019", or nothing. */
export function periodOf({ start, end }: Pick<Position, 'start' | 'end'>, date: (value: string) => string, translate: Translate): string {
    if (start && end) return translate('crm.record.from_to', { start: date(start), end: date(end) });
    if (start) return translate('crm.record.since', { start: date(start) });
    return end ? translate('crm.record.until', { end: date(end) }) : '';
}
