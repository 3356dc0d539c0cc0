import { describe, expect, it } from 'vitest';
import { isRestorable, positionEvent, wasChangedSince } from './history';

describe('a change of a position', () => {
    it('says where somebody began or left', () => {
        const title = { field: 'position.title', old: null, new: 'Gérante' };
        expect(positionEvent([{ field: 'position.company', old: null, new: 'Pomme' }, title])).toEqual({ kind: 'added', company: 'Pomme', title: 'Gérante' });
        expect(positionEvent([{ field: 'position.company', old: 'Pomme', new: null }])).toEqual({ kind: 'removed', company: 'Pomme', title: '' });
    });

    it('is a change when the company stayed or was exchanged, and a choice of the main one when nothing else changed', () => {
        expect(positionEvent([{ field: 'position.title', old: null, new: 'Gérante' }])).toEqual({ kind: 'changed' });
        expect(positionEvent([{ field: 'position.company', old: 'Pomme', new: 'Poire' }])).toEqual({ kind: 'changed' });
        expect(positionEvent([])).toEqual({ kind: 'main' });
    });
});

describe('a former value', () => {
    const change = { field: 'city', old: 'Paris', new: 'Lyon' };

    it('can be put back while the record says something else', () => {
        expect(isRestorable(change, { city: 'Lyon' })).toBe(true);
        expect(isRestorable(change, { city: 'Paris' })).toBe(false);
    });

    it('cannot be put back when it was told by its beginning only, or belongs to no field of the record', () => {
        expect(isRestorable({ ...change, field: 'note', old: 'x'.repeat(20_004) }, { note: null })).toBe(false);
        expect(isRestorable({ ...change, field: 'position.title' }, { city: 'Lyon' })).toBe(false);
    });

    it('overwrites a newer one when the field was changed again since', () => {
        expect(wasChangedSince(change, { city: 'Lyon' })).toBe(false);
        expect(wasChangedSince(change, { city: 'Nantes' })).toBe(true);
    });
});
