import { describe, expect, it } from 'vitest';
import { crossingIn, isAsked, pathToPeople, searchWith } from './crossing';

const filterOf = (address: string): unknown => JSON.parse(new URLSearchParams(address.split('?')[1]).get('filter') ?? 'null');

describe('a query of interests', () => {
    it('is found again in its address', () => {
        const crossing = { interests_all: ['a', 'b'], interests_none: ['c'], company_id: 's1' };
        expect(crossingIn(pathToPeople(crossing).split('?')[1])).toEqual(crossing);
    });

    it('is nothing where the address says nothing, or nonsense', () => {
        for (const search of ['', '?filter=', '?filter={', '?filter=[1]', '?filter={"interests_all":"a","company_id":3}', '?filter=null']) {
            expect(crossingIn(search)).toEqual({});
        }
        expect(isAsked({ company_id: 's1', interests_any: [] })).toBe(false);
    });

    it('changes beside the order and the other filters, from the first page on', () => {
        const before = `?${new URLSearchParams({ sort: 'city', page: '3', filter: '{"owner_id":"u1","interests_any":["a"]}' })}`;
        const after = searchWith(before, { interests_any: [], interests_all: ['b'] });
        expect(new URLSearchParams(after).get('sort')).toBe('city');
        expect(new URLSearchParams(after).has('page')).toBe(false);
        expect(filterOf(after)).toEqual({ owner_id: 'u1', interests_all: ['b'] });
    });
});
