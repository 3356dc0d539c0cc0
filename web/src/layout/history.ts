/** A change of a field, said in words. */
import type { TranslateFunction } from 'ra-core';

export type Change = { field: string; old: unknown; new: unknown };

/** "Ville : Paris → Lyon". */
export function wordsOf({ field, old, new: now }: Change, resource: string, translate: TranslateFunction): string {
    const label = labelOf(field, resource, translate);
    return `${label} : ${valueOf(old, translate)} → ${valueOf(now, translate)}`;
}

/** The networks have one name each, and one together; a field without a name of ours is shown by its own. */
export function labelOf(field: string, resource: string, translate: TranslateFunction): string {
    if (field === 'social') return translate('crm.record.social');
    return translate(`resources.${resource}.fields.${field}`, { _: field });
}

function valueOf(value: unknown, translate: TranslateFunction): string {
    if (value === null || value === undefined || value === '') return translate('crm.history.blank');
    if (Array.isArray(value)) return value.map(String).join(', ') || translate('crm.history.blank');
    if (typeof value === 'object') return Object.values(value).filter(Boolean).map(String).join(', ');
    return String(value);
}
