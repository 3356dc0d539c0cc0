import { describe, expect, it } from 'vitest';
import { isLeft, isOpen, isOver, isRepeatable, isUnderWay, isUndoable, phaseOf, reasonsOf, refusalOf, targetsOf } from './import';

describe('a file at the door', () => {
    it('is let in when it may be a CSV, whatever its ending', () => {
        expect(refusalOf({ name: 'contacts.csv', size: 12 })).toBeNull();
        expect(refusalOf({ name: 'contacts.txt', size: 12 })).toBeNull();
    });

    it('is refused when it is a spreadsheet, empty or too large', () => {
        expect(refusalOf({ name: 'Contacts.XLSX', size: 12 })).toBe('crm.import.not_csv');
        expect(refusalOf({ name: 'contacts.csv', size: 0 })).toBe('crm.import.empty');
        expect(refusalOf({ name: 'contacts.csv', size: 200 * 1024 * 1024 })).toBe('crm.import.too_large');
    });
});

describe('what a file holds', () => {
    it('is for somebody to say, unless it is business cards', () => {
        expect(targetsOf({ name: 'clients.csv' })).toEqual(['contacts', 'companies']);
        expect(targetsOf({ name: 'Anaïs.VCF' })).toEqual(['contacts']);
    });
});

describe('an import', () => {
    it('is over when it is done or failed', () => {
        expect(isOver({ state: 'running' })).toBe(false);
        expect(isOver({ state: 'failed' })).toBe(true);
    });

    it('waits for somebody, then for the server', () => {
        const sent = { state: 'waiting', asked: false, dry_run: false, undo_state: null, created: 0, updated: 0 } as const;
        expect([isOpen(sent), isUnderWay(sent), phaseOf(sent)]).toEqual([true, false, 'open']);
        const asked = { ...sent, asked: true };
        expect([isOpen(asked), isUnderWay(asked), phaseOf(asked)]).toEqual([false, true, 'waiting']);
    });

    it('is called by what it is: a rehearsal, an import, an import undone', () => {
        const done = { state: 'done', asked: true, dry_run: false, undo_state: null, created: 2, updated: 0 } as const;
        expect(phaseOf(done)).toBe('done');
        expect(phaseOf({ ...done, dry_run: true })).toBe('rehearsal_done');
        expect(phaseOf({ ...done, undo_state: 'running' })).toBe('undoing');
        expect(isUnderWay({ ...done, undo_state: 'running' })).toBe(true);
        expect(phaseOf({ ...done, undo_state: 'done' })).toBe('undone');
    });

    it('that wrote nothing is not called an import, a rehearsal and a failure keep their names', () => {
        const empty = { state: 'done', asked: true, dry_run: false, undo_state: null, created: 0, updated: 0 } as const;
        expect(phaseOf(empty)).toBe('nothing');
        expect(phaseOf({ ...empty, updated: 1 })).toBe('done');
        expect(phaseOf({ ...empty, dry_run: true })).toBe('rehearsal_done');
        expect(phaseOf({ ...empty, state: 'failed' })).toBe('failed');
    });

    it('is left when its file was sent, or rehearsed, and never imported', () => {
        const sent = { state: 'waiting', asked: false, dry_run: false } as const;
        expect(isLeft(sent)).toBe(true);
        expect(isLeft({ ...sent, asked: true })).toBe(false);
        expect(isLeft({ state: 'done', asked: true, dry_run: true })).toBe(true);
        expect(isLeft({ state: 'done', asked: true, dry_run: false })).toBe(false);
    });

    it('can be taken back once, if it wrote something', () => {
        const done = { state: 'done', dry_run: false, undo_state: null, created: 2, updated: 0 } as const;
        expect(isUndoable(done)).toBe(true);
        expect(isUndoable({ ...done, created: 0 })).toBe(false);
        expect(isUndoable({ ...done, dry_run: true })).toBe(false);
        expect(isUndoable({ ...done, undo_state: 'done' })).toBe(false);
    });

    it('that failed before it wrote may be tried with other columns', () => {
        expect(isRepeatable({ state: 'failed', created: 0, updated: 0 })).toBe(true);
        expect(isRepeatable({ state: 'failed', created: 1, updated: 0 })).toBe(false);
        expect(isRepeatable({ state: 'done', created: 0, updated: 0 })).toBe(false);
    });

    it('gives every reason of a refused row, by its field', () => {
        const reasons = [{ field: 'last_name', message: 'Le nom est vide.' }, { field: null, message: 'Trop de colonnes.' }];
        expect(reasonsOf({ reasons }, () => 'Nom')).toEqual(['Nom\u00a0: Le nom est vide.', 'Trop de colonnes.']);
    });
});
