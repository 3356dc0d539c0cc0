import { describe, expect, it } from 'vitest';
import { addressOf, isChanged, isUnread, searchOf, toKeep, type View, viewIn } from './view';

const look = { filterValues: { owner_id: 'u1', archived: true, kind: '', jump: { sort: 'city', at: 'd' } }, sort: { field: 'city', order: 'DESC' } } as const;

const view: View = {
    id: 'v1',
    resource: 'contacts',
    name: 'Lyon',
    filters: { owner_id: 'u1', archived: 'true' },
    sort: 'city',
    order: 'desc',
    shared: false,
    mine: true,
    version: 1,
};

describe('a view', () => {
    it('keeps filters and order as the wire writes them, and not where the list was told to begin', () => {
        expect(toKeep(look)).toEqual({ filters: { owner_id: 'u1', archived: 'true' }, sort: 'city', order: 'desc' });
    });

    it('keeps crossed interests with commas and gives them back as lists', () => {
        const { filters } = toKeep({ filterValues: { interests_all: ['a', 'b'], interests_any: [] }, sort: look.sort });
        expect(filters).toEqual({ interests_all: 'a,b' });
        expect(JSON.parse(new URLSearchParams(searchOf({ ...view, filters })).get('filter') ?? '')).toEqual({ interests_all: ['a', 'b'] });
    });

    it('is unchanged until a filter or the order differs', () => {
        expect(isChanged(view, look)).toBe(false);
        expect(isChanged(view, { ...look, filterValues: { owner_id: 'u1' } })).toBe(true);
        expect(isChanged(view, { ...look, sort: { field: 'city', order: 'ASC' } })).toBe(true);
        expect(isChanged({ ...view, sort: null }, { ...look, sort: { field: 'email', order: 'ASC' } })).toBe(false);
    });

    it('has a lasting address, of the page its filters belong to', () => {
        expect(addressOf(view)).toBe('/contacts?vue=v1');
        expect(addressOf({ ...view, filters: { interests_none: 'a' } })).toBe('/interests?vue=v1');
        expect(viewIn('?vue=v1&page=2')).toBe('v1');
        expect(isUnread('?vue=v1')).toBe(true);
        expect(isUnread(searchOf(view))).toBe(false);
    });
});
