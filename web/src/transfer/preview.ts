/** Pure rules of a look into a file: its columns, the fields they become, and what is still missing. */
import type { Duplicates, Import, Target } from './import';

export type Column = { position: number; header: string; field: string | null; samples: string[] };

/** A field a column may become. */
export type Field = { name: string; label: string };

export type Preview = {
    kind: 'csv' | 'vcard';
    charset: string;
    delimiter: string;
    charsets: string[];
    delimiters: string[];
    columns: Column[];
    fields: Field[];
    rows_estimated: number;
};

/** How a file is written, and how it might be. */
export type Writing = Pick<Preview, 'kind' | 'charset' | 'delimiter' | 'charsets' | 'delimiters'>;

/** Nothing was recognised: what remains is to try. */
export const UNTOLD: Writing = {
    kind: 'csv',
    charset: '',
    delimiter: '',
    charsets: ['utf-8', 'cp1252', 'iso-8859-15', 'mac_roman'],
    delimiters: [';', ',', '\t', '|'],
};

/** What was chosen by hand: the field of a column by its position, `null` for one that is left out. */
export type Mapping = Record<number, string | null>;

/** Charset and delimiter are blank as long as the recognised ones hold. */
export type Choices = { charset?: string; delimiter?: string; mapping: Mapping; duplicates: Duplicates };

export const AS_RECOGNISED: Choices = { mapping: {}, duplicates: 'update' };

/** What was chosen for the last run, a rehearsal say; the server keeps the columns itself, for every file of these headers. */
export const choicesOf = ({ charset, delimiter, duplicates }: Pick<Import, 'charset' | 'delimiter' | 'duplicates'>): Choices => ({
    ...AS_RECOGNISED,
    charset: charset ?? undefined,
    delimiter: delimiter ?? undefined,
    duplicates,
});

/** What names a record: without one of these no row can be taken. */
const NAMES: Record<Target, string[]> = { contacts: ['last_name', 'full_name'], companies: ['name'] };

export const fieldOf = ({ position, field }: Column, mapping: Mapping): string | null =>
    position in mapping ? mapping[position] : field;

/** Whether one of the rows that were looked at has something in this column. */
export const hasValues = ({ samples }: Column): boolean => samples.some(text => text.trim() !== '');

const isBlank = (column: Column): boolean => column.header.trim() === '' && !hasValues(column);

/** The columns that have a name or hold something, and become nothing; cards have none to choose from. */
export const ignoredOf = ({ kind, columns }: Preview, mapping: Mapping): Column[] =>
    kind === 'vcard' ? [] : columns.filter(column => fieldOf(column, mapping) === null && !isBlank(column));

export const isNamed = ({ kind, columns }: Preview, mapping: Mapping, resource: Target): boolean =>
    kind === 'vcard' || columns.some(column => NAMES[resource].includes(fieldOf(column, mapping) ?? ''));

/** What stands where a charset has no letter. */
const LOST_LETTER = '\ufffd';

/** Whether the charset that was chosen in the place of the recognised one leaves letters unread. */
export const isMisread = ({ charset, columns }: Preview, recognised?: Writing): boolean =>
    recognised !== undefined &&
    charset !== recognised.charset &&
    columns.some(({ header, samples }) => [header, ...samples].some(text => text.includes(LOST_LETTER)));

/** Whether there are rows, or cards, and none of the first can be read. */
export const isUnread = ({ rows_estimated, columns }: Preview): boolean =>
    rows_estimated > 0 && columns.every(({ samples }) => samples.length === 0);

/** Whether the file can be taken as it is, with nothing left out. */
export const isPlain = (preview: Preview, resource: Target): boolean =>
    isNamed(preview, {}, resource) && ignoredOf(preview, {}).length === 0;

/** An earlier column that becomes the same field. */
export function twinOf(column: Column, { columns }: Preview, mapping: Mapping): Column | undefined {
    const field = fieldOf(column, mapping);
    if (field === null) return undefined;
    return columns.find(other => other.position < column.position && fieldOf(other, mapping) === field);
}

/** Another delimiter makes other columns: what was chosen for the old ones says nothing about them. */
export const withFormat = (choices: Choices, format: Pick<Choices, 'charset' | 'delimiter'>): Choices =>
    format.delimiter === undefined ? { ...choices, ...format } : { ...choices, ...format, mapping: {} };

/** A field chosen for a column; choosing what was recognised is no choice. */
export function withField(choices: Choices, column: Column, field: string | null): Choices {
    const others = Object.entries(choices.mapping).filter(([position]) => Number(position) !== column.position);
    return { ...choices, mapping: Object.fromEntries(field === column.field ? others : [...others, [column.position, field]]) };
}

/** What is asked of the server when the import, or its rehearsal, begins. */
export const runOptions = ({ mapping, ...choices }: Choices, dry_run: boolean) => ({
    ...choices,
    dry_run,
    ...(Object.keys(mapping).length ? { mapping } : {}),
});
