/** Pure rules of two records that may be one: their names, where they are merged, what is to be chosen. */
import type { MergeField, Side, Twin, TwinRow } from '../api';

/** "Pomme (Magasin)": sites of one company differ by their label. */
export const twinName = ({ name, site_label }: Pick<TwinRow, 'name' | 'site_label'>): string => (site_label ? `${name} (${site_label})` : name);

export const twinDetail = ({ title, company, city, email, phone }: TwinRow): string =>
    [[title, company].filter(Boolean).join(', '), city, email, phone].filter(Boolean).join(' · ');

/** What a whole record says of where its person or company is reached. */
export type WholeTwin = {
    created_at: string;
    site_label?: string | null;
    city?: string | null;
    email?: string | null;
    personal_city?: string | null;
    personal_email?: string | null;
    main_position?: { company: string; title: string | null; email: string | null } | null;
};

/** What tells it from another of the same name, each on its line. */
export function wholeDetail({ site_label, main_position, ...own }: WholeTwin): string[] {
    const job = main_position && [main_position.title, main_position.company].filter(Boolean).join(', ');
    const email = own.personal_email ?? own.email ?? main_position?.email;
    return [site_label, job, email, own.personal_city ?? own.city].filter((detail): detail is string => Boolean(detail));
}

export const pathToMerge = (resource: Twin, winner: string, loser: string): string =>
    `/duplicates/merge?${new URLSearchParams({ resource, winner, loser })}`;

export type Asked = { resource: Twin; winner: string; loser: string };

/** What the address of the page of a merge says, or nothing when it says something else. */
export function askedIn(query: URLSearchParams): Asked | null {
    const [resource, winner, loser] = ['resource', 'winner', 'loser'].map(name => query.get(name) ?? '');
    if ((resource !== 'contacts' && resource !== 'companies') || !winner || !loser || winner === loser) return null;
    return { resource, winner, loser };
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Both say something, and not the same: somebody has to choose. */
export const isDifference = ({ winner, loser, chosen }: MergeField): boolean => chosen !== 'same' && !isBlank(winner) && !isBlank(loser);

/** What stands in the radio button of a field before anybody chooses. */
export const firstChoice = ({ chosen }: MergeField): Side | 'both' => (chosen === 'same' ? 'winner' : chosen);

/** What one alone says, or both: nothing to choose. */
export const settledValue = ({ winner, loser }: MergeField): unknown => (isBlank(winner) ? loser : winner);

/** The choices to send: what was left as proposed is not. */
export const choicesToSend = (chosen: Record<string, Side | 'both'>): Record<string, Side> =>
    Object.fromEntries(Object.entries(chosen).filter((entry): entry is [string, Side] => entry[1] !== 'both'));
