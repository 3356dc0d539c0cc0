/** What a history says of a change, before it is put into words. */
import type { TranslateFunction } from 'ra-core';
import { isSame } from '../api';

export type Change = { field: string; old: unknown; new: unknown };

/** The networks have one name each, and one together; a field without a name of ours is shown by its own. */
export function labelOf(field: string, resource: string, translate: TranslateFunction): string {
    if (field === 'social') return translate('crm.record.social');
    if (field.startsWith('position.')) return labelOf(field.slice('position.'.length), 'positions', translate);
    return translate(`resources.${resource}.fields.${field}`, { _: field });
}

/** A change of a position, told in the person's history: where it came or went, its company and title say it all. */
export type PositionEvent = { kind: 'added' | 'removed'; company: string; title: string } | { kind: 'changed' | 'main' };

export function positionEvent(changes: Change[]): PositionEvent {
    const of = (field: string) => changes.find(change => change.field === `position.${field}`);
    const company = of('company');
    const side = company && !company.old ? 'new' : 'old';
    if (!company || (company.old && company.new)) return { kind: changes.length ? 'changed' : 'main' };
    return { kind: side === 'new' ? 'added' : 'removed', company: String(company[side]), title: String(of('title')?.[side] ?? '') };
}

type Values = Record<string, unknown>;

/** The server tells a longer text by its beginning only. */
const LONGEST_TEXT = 20_000;

/** Whether a former value can be put back: it is known whole, the record has the field, and it says something else today. */
export function isRestorable({ field, old }: Change, record: Values): boolean {
    if (!(field in record) || (typeof old === 'string' && old.length > LONGEST_TEXT)) return false;
    return !isSame(record[field], old);
}

/** Whether the field was changed again after this change, so that putting the old value back loses a newer one. */
export const wasChangedSince = (change: Change, record: Values): boolean => !isSame(record[change.field], change.new);
