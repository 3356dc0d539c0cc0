import { describe, expect, it } from 'vitest';
import type { Hit } from '../api';
import { addressOf, groupsOf, joined, opens, stepped } from './search';

const hit = (id: string, kind: Hit['kind'] = 'contact'): Hit => ({ id, kind, label: id, detail: null });

describe('answers', () => {
    it('stand by kind, the kind of the best one first', () => {
        const groups = groupsOf([hit('s1', 'company'), hit('c1'), hit('s2', 'company')]);
        expect(groups.map(({ kind, hits }) => [kind, hits.map(({ id }) => id)])).toEqual([['company', ['s1', 's2']], ['contact', ['c1']]]);
    });

    it('that go on after others come once each', () => {
        expect(joined([hit('a'), hit('b')], [hit('b'), hit('c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    });

    it('have the addresses of their pages', () => {
        expect(addressOf(hit('s1', 'company'))).toBe('/companies/s1');
    });
});

describe('the arrows', () => {
    it('go around', () => {
        expect([stepped('ArrowDown', 0, 3), stepped('ArrowDown', 2, 3), stepped('ArrowUp', 0, 3)]).toEqual([1, 0, 2]);
    });

    it('lead nowhere without answers, and no other key does', () => {
        expect([stepped('ArrowDown', 0, 0), stepped('a', 0, 3)]).toEqual([undefined, undefined]);
    });
});

describe('the search opens', () => {
    const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, target: document.body, ...held });

    it('by Ctrl+K wherever one is, and by / where nobody types', () => {
        const input = document.createElement('input');
        expect(opens(press('k', { ctrlKey: true, target: input }))).toBe(true);
        expect(opens(press('K', { metaKey: true }))).toBe(true);
        expect(opens(press('/'))).toBe(true);
        expect(opens(press('/', { target: input }))).toBe(false);
    });

    it('by no other key', () => {
        expect([opens(press('k')), opens(press('/', { ctrlKey: true })), opens(press('k', { ctrlKey: true, altKey: true }))]).toEqual([false, false, false]);
    });
});
