/** What of a record was really changed in a form. */

type Values = Record<string, unknown>;

/** Only what was typed is sent: fields that are read-only, or that a colleague changed meanwhile, stay out of it. */
export const changesOf = (data: Values, before: Values = {}): Values =>
    Object.fromEntries(Object.entries(data).filter(([field, value]) => !isSame(value, before[field])));

/** Whether a person would call both values the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(bare(one)) === JSON.stringify(bare(other));

/** A form opens a blank field as nothing, leaves it as an empty text, and writes objects in its own order: all that is no change. */
function bare(value: unknown): unknown {
    if (value === undefined || value === '') return null;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const filled = Object.entries(value).filter(([, part]) => bare(part) !== null);
    return filled.length ? filled.sort(([one], [other]) => (one < other ? -1 : 1)) : null;
}
