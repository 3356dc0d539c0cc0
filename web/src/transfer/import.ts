/** Pure rules of an import: which files are refused at the door, and what its state means. */
import type { RaRecord } from 'ra-core';

export type Target = 'contacts' | 'companies';

export const TARGETS: Target[] = ['contacts', 'companies'];

export type RefusedRow = {
    row: number;
    line: number;
    reasons: { field: string | null; message: string }[];
    text: string;
};

export type Import = RaRecord & {
    id: string;
    file_name: string;
    resource: Target;
    state: 'waiting' | 'running' | 'done' | 'failed';
    rows: number;
    created: number;
    updated: number;
    refused: number;
    /** From 0 to 1. */
    progress: number;
    message: string | null;
    report: RefusedRow[];
    created_at?: string;
};

const BIGGEST = 100 * 1024 * 1024;

const SHEETS = /\.(xlsx?|ods|numbers|pdf|docx?)$/i;

/** Why a file is not even sent, as a key of i18n; `null` when it may be tried. The server looks inside. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): string | null {
    if (SHEETS.test(name)) return 'crm.import.not_csv';
    if (size === 0) return 'crm.import.empty';
    return size > BIGGEST ? 'crm.import.too_large' : null;
}

export const isOver = ({ state }: Pick<Import, 'state'>): boolean => state === 'done' || state === 'failed';

/** "Nom : Ce champ est obligatoire.", each reason named by its field. */
export const reasonsOf = ({ reasons }: Pick<RefusedRow, 'reasons'>, labelOf: (field: string) => string): string[] =>
    reasons.map(({ field, message }) => (field ? `${labelOf(field)} : ${message}` : message));

export const refusedAddress = (id: string): string => `/api/imports/${encodeURIComponent(id)}/refused`;
