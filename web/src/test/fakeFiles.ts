/** What the fake API finds in uploaded files: as Outlook writes them in French, with a column nobody knows. */
import type { Fields } from './builders.ts';

const LABELS: [string, string][] = [
    ['civility', 'Civilité'],
    ['first_name', 'Prénom'],
    ['last_name', 'Nom'],
    ['company', 'Société'],
    ['title', 'Fonction'],
    ['personal_email', 'E-mail personnel'],
    ['personal_mobile', 'Tél. mobile personnel'],
    ['personal_city', 'Ville'],
    ['note', 'Note'],
];

const COLUMNS: [string, string | null, string[]][] = [
    ['Titre', 'civility', ['Mme', 'M.', '']],
    ['Prénom', 'first_name', ['Zoé', 'Éric', 'Anaïs']],
    ['Nom', 'last_name', ['Lœuillet', 'Noël', 'Garçon de la Haute-Vallée et de ses environs']],
    ['Société', 'company', ['Pomme', 'Ateliers Bœuf & Fils', '']],
    ['Titre', 'title', ['Gérante', '', 'Acheteur']],
    ['Adresse de messagerie', 'personal_email', ['zoe@exemple.fr', 'eric@exemple.fr', '']],
    ['Carte de fidélité', null, ['A-1200', 'B-0007', '']],
];

const asColumn = ([header, field, samples]: (typeof COLUMNS)[number], position: number) => ({ position, header, field, samples });

export const buildPreview = (fields: Fields = {}): Fields => ({
    kind: 'csv',
    charset: 'cp1252',
    delimiter: ';',
    charsets: ['utf-8', 'cp1252', 'iso-8859-15', 'mac_roman'],
    delimiters: [';', ',', '\t', '|'],
    columns: COLUMNS.map(asColumn),
    fields: LABELS.map(([name, label]) => ({ name, label })),
    rows_estimated: 10_000,
    ...fields,
});

/** The same file without the column that is not recognised. */
export const plainPreview = (): Fields => buildPreview({ columns: COLUMNS.filter(([, field]) => field !== null).map(asColumn) });

/** The accents of a charset read as another one: UTF-8 has no letters for them, the others have wrong ones. */
const garbled = (text: string, charset: string): string => text.replace(/[À-ÿŒœ’]/g, charset === 'utf-8' ? '\ufffd' : 'Ã©');

/** As the file looks when it is read in the way that is asked for. */
export function lookAt(preview: Fields, charset: string | null, delimiter: string | null): Fields {
    const columns = preview.columns as ReturnType<typeof asColumn>[];
    const seen = charset === null || charset === preview.charset ? columns : columns.map(column => ({ ...column, samples: column.samples.map(text => garbled(text, charset)) }));
    return { ...preview, charset: charset ?? preview.charset, delimiter: delimiter ?? preview.delimiter, columns: seen };
}
