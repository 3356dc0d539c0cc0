/** Pure rules of an import: which files are refused at the door, and what its state means. */
import type { RaRecord } from 'ra-core';

export type Target = 'contacts' | 'companies';

const TARGETS: Target[] = ['contacts', 'companies'];

export type Duplicates = 'update' | 'create';

export type RefusedRow = {
    row: number;
    line: number;
    reasons: { field: string | null; message: string }[];
    text: string;
};

export type KeptRecord = { resource: Target; id: string; name: string; reason: string };

export type Import = RaRecord & {
    id: string;
    file_name: string;
    resource: Target;
    state: 'waiting' | 'running' | 'done' | 'failed';
    /** Whether somebody has said that it may begin. */
    asked: boolean;
    /** A rehearsal: it counts, and writes nothing. */
    dry_run: boolean;
    /** Blank as long as the recognised ones hold. */
    charset: string | null;
    delimiter: string | null;
    duplicates: Duplicates;
    rows: number;
    created: number;
    updated: number;
    refused: number;
    /** From 0 to 1, of the undoing once there is one. */
    progress: number;
    message: string | null;
    report: RefusedRow[];
    created_at?: string;
    undo_state: 'running' | 'done' | null;
    undone_at: string | null;
    /** Records that the undoing took away, gave their former values back, or left alone. */
    removed: number;
    restored: number;
    kept: number;
    /** The first of those that were left alone. */
    kept_report: KeptRecord[];
};

const BIGGEST = 100 * 1024 * 1024;

const SHEETS = /\.(xlsx?|ods|numbers|pdf|docx?)$/i;

/** Why a file is not even sent, as a key of i18n; `null` when it may be tried. The server looks inside. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): string | null {
    if (SHEETS.test(name)) return 'crm.import.not_csv';
    if (size === 0) return 'crm.import.empty';
    return size > BIGGEST ? 'crm.import.too_large' : null;
}

const isOfCards = (name: string): boolean => /\.vcf$/i.test(name);

/** Business cards are of people, whatever somebody says. */
export const targetsOf = ({ name }: Pick<File, 'name'>): Target[] => (isOfCards(name) ? ['contacts'] : TARGETS);

/** Whether somebody can say how it is written; each card says so itself. */
export const isOfRows = ({ file_name }: Pick<Import, 'file_name'>): boolean => !isOfCards(file_name);

export const isOver = ({ state }: Pick<Import, 'state'>): boolean => state === 'done' || state === 'failed';

/** A file that waits for somebody to say what its columns are. */
export const isOpen = ({ state, asked }: Pick<Import, 'state' | 'asked'>): boolean => state === 'waiting' && !asked;

/** Whether the server is at it, so that the page looks again. */
export const isUnderWay = (one: Pick<Import, 'state' | 'asked' | 'undo_state'>): boolean =>
    one.undo_state === 'running' || !(isOver(one) || isOpen(one));

export const bringsNothing = ({ created, updated }: Pick<Import, 'created' | 'updated'>): boolean => created + updated === 0;

/** A file that never became records: sent and left, or only rehearsed. */
export const isLeft = (one: Pick<Import, 'state' | 'asked' | 'dry_run'>): boolean => isOpen(one) || (isOver(one) && one.dry_run);

/** Whether there is something that could be taken back. */
export const isUndoable = (one: Pick<Import, 'state' | 'dry_run' | 'undo_state' | 'created' | 'updated'>): boolean =>
    isOver(one) && !one.dry_run && one.undo_state === null && !bringsNothing(one);

/** Whether it may be tried again with other columns: it failed before anything was written. */
export const isRepeatable = (one: Pick<Import, 'state' | 'created' | 'updated'>): boolean => one.state === 'failed' && bringsNothing(one);

/** What its state is called, as the last part of a key of i18n. */
export function phaseOf(one: Pick<Import, 'state' | 'asked' | 'dry_run' | 'undo_state' | 'created' | 'updated'>): string {
    const { state, dry_run, undo_state } = one;
    if (undo_state !== null) return undo_state === 'done' ? 'undone' : 'undoing';
    if (isOpen(one)) return 'open';
    if (dry_run) return state === 'done' || state === 'running' ? `rehearsal_${state}` : state;
    return state === 'done' && bringsNothing(one) ? 'nothing' : state;
}

/** "Nom : Ce champ est obligatoire.", each reason named by its field. */
export const reasonsOf = ({ reasons }: Pick<RefusedRow, 'reasons'>, labelOf: (field: string) => string): string[] =>
    reasons.map(({ field, message }) => (field ? `${labelOf(field)}\u00a0: ${message}` : message));

/** The records that an undoing left alone, each with its reason. */
export const keptAddress = (id: string): string => `/api/imports/${encodeURIComponent(id)}/kept`;

export const refusedAddress = (id: string): string => `/api/imports/${encodeURIComponent(id)}/refused`;
