import { describe, expect, it } from 'vitest';
import { AS_RECOGNISED, choicesOf, type Column, ignoredOf, isMisread, isNamed, isPlain, isUnread, type Preview, runOptions, twinOf, withField, withFormat } from './preview';

const column = (position: number, header: string, field: string | null, samples = ['x']): Column => ({ position, header, field, samples });

const preview = (columns: Column[], more: Partial<Preview> = {}): Preview => ({
    kind: 'csv',
    charset: 'utf-8',
    delimiter: ';',
    charsets: ['utf-8', 'cp1252'],
    delimiters: [';', ','],
    fields: [],
    rows_estimated: 2,
    columns,
    ...more,
});

const NAME = column(0, 'Nom', 'last_name');
const CARD = column(1, 'Carte', null);

describe('a file that was looked into', () => {
    it('is plain when it names people and leaves nothing out', () => {
        expect(isPlain(preview([NAME]), 'contacts')).toBe(true);
        expect(isPlain(preview([NAME, CARD]), 'contacts')).toBe(false);
        expect(isPlain(preview([column(0, 'Ville', 'personal_city')]), 'contacts')).toBe(false);
    });

    it('leaves nothing out with a column that holds nothing', () => {
        expect(ignoredOf(preview([NAME, column(1, '', null, ['', ' '])]), {})).toEqual([]);
    });

    it('is named by what was chosen as by what was recognised', () => {
        expect(isNamed(preview([CARD]), { 1: 'full_name' }, 'contacts')).toBe(true);
        expect(isNamed(preview([NAME]), { 0: null }, 'contacts')).toBe(false);
        expect(isNamed(preview([NAME]), {}, 'companies')).toBe(false);
    });

    it('of cards names its people without columns', () => {
        expect(isNamed(preview([], { kind: 'vcard' }), {}, 'contacts')).toBe(true);
    });

    it('tells which earlier column becomes the same', () => {
        const file = preview([NAME, CARD]);
        expect(twinOf(CARD, file, { 1: 'last_name' })).toBe(NAME);
        expect(twinOf(NAME, file, { 1: 'last_name' })).toBeUndefined();
        expect(twinOf(CARD, file, {})).toBeUndefined();
    });
});

describe('a file that is read wrongly', () => {
    const lost = preview([column(0, 'Pr\ufffdnom', null, ['Luc'])], { charset: 'utf-8' });

    it('shows letters its charset does not have, unless that is the one recognised', () => {
        expect(isMisread(lost, preview([NAME], { charset: 'cp1252' }))).toBe(true);
        expect(isMisread(lost, lost)).toBe(false);
        expect(isMisread(lost)).toBe(false);
        expect(isMisread(preview([NAME]), preview([NAME], { charset: 'cp1252' }))).toBe(false);
    });

    it('is unread when it has rows and none of them shows', () => {
        expect(isUnread(preview([column(0, 'Nom', 'last_name', [])]))).toBe(true);
        expect(isUnread(preview([column(0, 'Nom', 'last_name', [''])]))).toBe(false);
        expect(isUnread(preview([column(0, 'Nom', 'last_name', [])], { rows_estimated: 0 }))).toBe(false);
    });
});

describe('what is chosen', () => {
    it('is asked of the server only where it differs from what was recognised', () => {
        const chosen = withField(AS_RECOGNISED, CARD, 'note');
        expect(runOptions(chosen, true)).toEqual({ mapping: { 1: 'note' }, duplicates: 'update', dry_run: true });
        expect(runOptions(withField(chosen, CARD, null), false)).toEqual({ duplicates: 'update', dry_run: false });
        expect(runOptions(withField(AS_RECOGNISED, NAME, null), false)).toMatchObject({ mapping: { 0: null } });
    });

    it('for a rehearsal holds for the import, even on a page opened anew', () => {
        const choices = choicesOf({ charset: 'cp1252', delimiter: null, duplicates: 'create' });
        expect(runOptions(choices, false)).toEqual({ charset: 'cp1252', duplicates: 'create', dry_run: false });
    });

    it('of columns is kept for another charset, not for another delimiter', () => {
        const chosen = withField(AS_RECOGNISED, CARD, 'note');
        expect(withFormat(chosen, { charset: 'cp1252' })).toMatchObject({ charset: 'cp1252', mapping: { 1: 'note' } });
        expect(withFormat(chosen, { delimiter: ',' })).toMatchObject({ delimiter: ',', mapping: {} });
    });
});
