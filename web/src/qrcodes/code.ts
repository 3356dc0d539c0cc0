/** Which codes there are, and where the server draws them. */
export type RecordKind = 'record' | 'vcard';

export type Resource = 'contacts' | 'companies';

export const isResource = (text: string | null): text is Resource => text === 'contacts' || text === 'companies';

/** A company has no business card: its code opens its page. */
export const kindsOf = (resource: Resource): RecordKind[] => (resource === 'contacts' ? ['record', 'vcard'] : ['record']);

/** The address of the picture of a record's code. */
export const recordCode = (resource: Resource, id: string, kind: RecordKind = 'record'): string =>
    `/api/${resource}/${encodeURIComponent(id)}/qr${resource === 'contacts' ? `?kind=${kind}` : ''}`;

/** The longest text the server draws. */
export const LONGEST = 1000;

/** The address of the picture of any text's code; null while there is nothing to draw. */
export function textCode(text: string): string | null {
    const trimmed = text.trim();
    return trimmed && trimmed.length <= LONGEST ? `/api/qr?text=${encodeURIComponent(trimmed)}` : null;
}

/** `Lœuillet Zoé` as the name of a file: no accents, no blanks. */
export function fileName(name: string): string {
    const plain = name.normalize('NFKD').replace(/œ/gi, 'oe').replace(/[\u0300-\u036f]/g, '');
    return `qr-${plain.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase() || 'code'}.png`;
}

/** The page that prints labels of these records. */
export const pathToLabels = (resource: Resource, ids: string[]): string => `/qr/etiquettes?resource=${resource}&ids=${ids.join(',')}`;
