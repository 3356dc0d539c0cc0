/** A saved view: how a list's filters and order become one, and its lasting address. */
import type { RaRecord, SortPayload } from 'ra-core';

export type View = RaRecord<string> & {
    resource: string;
    name: string;
    /** The list's query parameters as the wire writes them. */
    filters: Record<string, string>;
    sort: string | null;
    order: 'asc' | 'desc';
    shared: boolean;
    mine: boolean;
    version: number;
};

type Values = Record<string, unknown>;

/** What of a list a view keeps. */
export type Look = { filterValues: Values; sort: SortPayload };

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** Where a list was told to begin is no part of how it is looked at. */
export const toKeep = ({ filterValues, sort }: Look): Pick<View, 'filters' | 'sort' | 'order'> => ({
    filters: Object.fromEntries(
        Object.entries(filterValues)
            .filter(([name, value]) => name !== 'jump' && !isBlank(value))
            .map(([name, value]) => [name, String(value)])
            .sort(),
    ),
    sort: sort.field,
    order: sort.order === 'DESC' ? 'desc' : 'asc',
});

const LISTS = /^interests_/;

/** The filters as the list's inputs hold them. */
const toShow = (filters: View['filters']): Values =>
    Object.fromEntries(Object.entries(filters).map(([name, text]) => [name, LISTS.test(name) ? text.split(',') : text === 'true' ? true : text]));

export const isChanged = (view: View, look: Look): boolean => {
    const { filters, sort, order } = toKeep(look);
    const before = Object.fromEntries(Object.entries(view.filters).sort());
    return JSON.stringify(filters) !== JSON.stringify(before) || (view.sort !== null && (sort !== view.sort || order !== view.order));
};

const VIEW = 'vue';

export const viewIn = (search: string): string | null => new URLSearchParams(search).get(VIEW);

/** Whether it crosses interests: that has a page of its own. */
export const isCrossing = ({ filters }: Pick<View, 'filters'>): boolean => Object.keys(filters).some(name => LISTS.test(name));

export const addressOf = (view: View): string =>
    `/${isCrossing(view) ? 'interests' : view.resource}?${new URLSearchParams({ [VIEW]: view.id })}`;

/** The address with all the view says, as react-admin reads it. */
export function searchOf({ id, filters, sort, order }: View): string {
    const said = { [VIEW]: id, filter: JSON.stringify(toShow(filters)), page: '1', perPage: '50' };
    return `?${new URLSearchParams(sort ? { ...said, sort, order: order.toUpperCase() } : said)}`;
}

/** Whether an address only names a view, which is still to be looked up. */
export const isUnread = (search: string): boolean => viewIn(search) !== null && !new URLSearchParams(search).has('filter');
