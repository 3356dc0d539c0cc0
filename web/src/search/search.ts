/** What the search box decides by itself: groups, addresses, the next answer the keyboard goes to, which keys open it. */
import type { Hit, HitKind } from '../api';
import { pathTo } from '../layout';

export type Group = { kind: HitKind; hits: Hit[] };

const RESOURCES: Record<HitKind, string> = { contact: 'contacts', company: 'companies' };

export const resourceOf = (kind: HitKind): string => RESOURCES[kind];

export const addressOf = ({ kind, id }: Hit): string => pathTo(resourceOf(kind), id);

/** By kind, the kind of the best answer first. */
export function groupsOf(hits: Hit[]): Group[] {
    const kinds = [...new Set(hits.map(({ kind }) => kind))];
    return kinds.map(kind => ({ kind, hits: hits.filter(hit => hit.kind === kind) }));
}

/** Answers that go on after others, each record once. */
export function joined(hits: Hit[], more: Hit[]): Hit[] {
    const known = new Set(hits.map(({ id }) => id));
    return [...hits, ...more.filter(({ id }) => !known.has(id))];
}

const STEPS: Record<string, (at: number, last: number) => number> = {
    ArrowDown: (at, last) => (at < last ? at + 1 : 0),
    ArrowUp: (at, last) => (at > 0 ? at - 1 : last),
};

/** Which answer the key leads to, from one end around to the other; `undefined` for any other key. */
export const stepped = (key: string, at: number, count: number): number | undefined =>
    count > 0 ? STEPS[key]?.(at, count - 1) : undefined;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/** Ctrl+K (⌘K) anywhere, `/` where nobody is typing. */
export function opens({ key, ctrlKey, metaKey, altKey, target }: Pressed): boolean {
    if (altKey) return false;
    if (ctrlKey || metaKey) return key.toLowerCase() === 'k';
    return key === '/' && !isTyping(target);
}

const isTyping = (target: EventTarget | null): boolean =>
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null);
