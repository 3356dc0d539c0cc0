/** Two people changed one record: what differs, field by field, and what comes of their choices. */
import { isSame } from '../api';

type Values = Record<string, unknown>;

/** What was typed, the record as it was when typing began, and as it is now. */
export type Clash = { typed: Values; before: Values; current: Values };

export type Side = 'mine' | 'theirs';

export type Difference = {
    field: string;
    original: unknown;
    theirs: unknown;
    mine: unknown;
    /** Who changed it; `both` needs a decision. */
    by: Side | 'both';
};

export type Choices = Partial<Record<string, Side>>;

/** These follow from other fields or change with every save: nobody typed them. */
const FOLLOWING = ['id', 'version', 'created_at', 'updated_at', 'archived', 'number', 'main_position', 'contact', 'company'];

/** Fields that hold fields (the social networks) are compared one by one: `social.x`. */
function flat(values: Values): Values {
    const entries = Object.entries(values).flatMap(([field, value]) =>
        isGroup(value) ? Object.entries(value).map(([part, inner]) => [`${field}.${part}`, inner]) : [[field, value]],
    );
    return Object.fromEntries(entries);
}

const isGroup = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that differ; where both sides arrived at the same value there is nothing to decide. */
export function differencesOf({ typed, before, current }: Clash): Difference[] {
    const [mine, original, theirs] = [typed, before, current].map(values => flat(without(values)));
    const fields = [...new Set([...Object.keys(original), ...Object.keys(theirs), ...Object.keys(mine)])];
    return fields.flatMap(field => {
        const typedHere = field in mine ? mine[field] : original[field];
        const by = changedBy(original[field], theirs[field], typedHere);
        return by ? [{ field, original: original[field], theirs: theirs[field], mine: typedHere, by }] : [];
    });
}

const without = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([field]) => !FOLLOWING.includes(field)));

function changedBy(original: unknown, theirs: unknown, mine: unknown): Difference['by'] | undefined {
    if (isSame(theirs, mine)) return undefined;
    if (isSame(original, mine)) return 'theirs';
    return isSame(original, theirs) ? 'mine' : 'both';
}

/** What one side changed alone is taken over; what both changed waits for a decision. */
export const firstChoices = (differences: Difference[]): Choices =>
    Object.fromEntries(differences.flatMap(({ field, by }) => (by === 'both' ? [] : [[field, by]])));

export const undecided = (differences: Difference[], choices: Choices): number =>
    differences.filter(({ field }) => !choices[field]).length;

/** The record as it is now with what was chosen of what was typed. */
export function merged(current: Values, differences: Difference[], choices: Choices): Values {
    const kept = differences.filter(({ field }) => choices[field] === 'mine');
    return kept.reduce((values, { field, mine }) => placed(values, field, mine), current);
}

function placed(values: Values, field: string, value: unknown): Values {
    const [head, part] = field.split('.');
    if (!part) return { ...values, [head]: value ?? null };
    const group = isGroup(values[head]) ? values[head] : {};
    return { ...values, [head]: { ...group, [part]: value ?? null } };
}
