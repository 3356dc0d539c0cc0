/** A query that crosses interests, and its lasting address. */
export const SIDES = ['all', 'any', 'none'] as const;

export type Side = (typeof SIDES)[number];

/** The names are those of the API; others of a list (`owner_id`) may stand beside them. */
export type Crossing = { interests_all?: string[]; interests_any?: string[]; interests_none?: string[]; company_id?: string };

export const fieldOf = (side: Side) => `interests_${side}` as const;

const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every(one => typeof one === 'string');

/** The crossing in an address; what somebody wrote there by hand and is none counts for nothing. */
export function crossingIn(search: string): Crossing {
    const filter = filterIn(search);
    const sides = SIDES.map(fieldOf).filter(field => isList(filter[field]) && (filter[field] as string[]).length > 0);
    const company = typeof filter.company_id === 'string' && filter.company_id ? { company_id: filter.company_id } : {};
    return { ...Object.fromEntries(sides.map(field => [field, filter[field]])), ...company };
}

function filterIn(search: string): Record<string, unknown> {
    try {
        const filter: unknown = JSON.parse(new URLSearchParams(search).get('filter') ?? '{}');
        return typeof filter === 'object' && filter !== null ? (filter as Record<string, unknown>) : {};
    } catch {
        return {};
    }
}

export const isAsked = (crossing: Crossing): boolean => SIDES.some(side => crossing[fieldOf(side)]?.length);

/** The same address with another crossing: the order stays, and so do filters that are no interests; the pages begin anew. */
export function searchWith(search: string, change: Crossing): string {
    const query = new URLSearchParams(search);
    const filter = Object.fromEntries(Object.entries({ ...filterIn(search), ...change }).filter(([, value]) => value?.length !== 0));
    query.delete('page');
    query.set('filter', JSON.stringify({ ...filter, jump: undefined }));
    return `?${query}`;
}

export const PATH = '/interests';

export const pathToPeople = (crossing: Crossing): string => `${PATH}${searchWith('', crossing)}`;

export const MATCHING = `${PATH}/matching`;

export const pathToMatching = (profile: string): string => `${MATCHING}?${new URLSearchParams({ profile })}`;

export const MANAGE = `${PATH}/manage`;
