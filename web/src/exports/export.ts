/** Pure rules of an export: what may leave, how it is written, and when it is ready. */
import type { RaRecord } from 'ra-core';

export type Source = {
    resource: 'contacts' | 'companies';
    /** As the list's query writes them; `ids` for a selection. */
    filters: Record<string, unknown>;
    sort?: string;
    order?: 'asc' | 'desc';
};

export type Export = RaRecord & {
    id: string;
    state: 'waiting' | 'running' | 'done' | 'failed';
    /** From 0 to 1. */
    progress: number;
    rows: number;
    /** Where the file is fetched from, once it is there. */
    url: string | null;
    message: string | null;
};

/** For whom the file is written. */
export type Manner = 'utf8' | 'latin' | 'vcard';

const WRITTEN: Record<Manner, { format: 'csv' | 'vcard'; charset: string }> = {
    utf8: { format: 'csv', charset: 'utf-8' },
    latin: { format: 'csv', charset: 'iso-8859-15' },
    vcard: { format: 'vcard', charset: 'utf-8' },
};

/** Only people have business cards. */
export const mannersOf = (resource: Source['resource']): Manner[] => (resource === 'contacts' ? ['utf8', 'latin', 'vcard'] : ['utf8', 'latin']);

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && value !== false;

/** What is asked of the server; where a list was jumped to says nothing about what is in it. */
export function exportOf({ resource, filters, sort, order }: Source, manner: Manner) {
    const kept = Object.entries(filters).filter(([name, value]) => name !== 'jump' && isSet(value));
    return { resource, filters: Object.fromEntries(kept), sort, order, ...WRITTEN[manner] };
}

export const isOver = ({ state }: Pick<Export, 'state'>): boolean => state === 'done' || state === 'failed';

/** Why there will be no file: a sentence, or a key of i18n. */
export const failureOf = (current: Export | undefined): string | null =>
    current?.state === 'failed' ? (current.message ?? 'crm.export.failed') : null;
