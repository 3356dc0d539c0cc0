/** The search of the fake API: every word typed begins a word of the name or of what stands beside it. */
import type { Fields, Stored } from './builders.ts';
import type { Call } from './fakeApi.ts';
import { fold } from './fakeLists.ts';
import { json } from './fakeProblems.ts';

const TOP = 10;

const person = ({ id, last_name, first_name, main_position }: Stored): Fields => {
    const job = main_position as Fields | null;
    return { kind: 'contact', id, label: [last_name, first_name].filter(Boolean).join(' '), detail: job?.company ?? null };
};

const company = ({ id, name, site_label, city }: Stored): Fields => ({ kind: 'company', id, label: site_label ? `${name} (${site_label})` : name, detail: city });

const wordsOf = (text: unknown): string[] => fold(text).split(/[^a-z0-9]+/).filter(Boolean);

const holds = (hit: Fields, typed: string[]): boolean => {
    const words = wordsOf(`${hit.label} ${hit.kind === 'contact' ? hit.detail ?? '' : ''}`);
    return typed.every(begun => words.some(word => word.startsWith(begun)));
};

export function search({ world, path, query }: Call): Response | undefined {
    if (path[0] !== 'search') return undefined;
    const typed = wordsOf(query.get('q'));
    const kind = query.get('kind');
    const all = [...world.companies.map(company), ...world.contacts.map(person)];
    const found = all.filter(hit => (!kind || hit.kind === kind) && holds(hit, typed));
    const start = Number(query.get('cursor') ?? 0);
    const items = typed.length ? found.slice(start, start + TOP) : [];
    return json(200, { items, partial: false, next: found.length > start + TOP ? String(start + TOP) : null });
}
