/** Of a list only its order is remembered (page and filter are in its address), as `sort.contacts` → `["city", "desc"]`. */

type Entry = [key: string, value: unknown];

const OURS = /^(.+)\.listParams$/;
const THEIRS = /^sort\.(.+)$/;

type ListParams = { sort?: string; order?: string };

/** From react-admin's name of a preference to the server's. */
export function toServer(key: string, value: unknown): Entry {
    const list = OURS.exec(key)?.[1];
    if (!list) return [key, value];
    const { sort, order } = (value ?? {}) as ListParams;
    return [`sort.${list}`, sort ? [sort, order?.toLowerCase()] : null];
}

/** The way back. What another client wrote there, and is no order, counts for nothing. */
export function fromServer(name: string, value: unknown): Entry {
    const list = THEIRS.exec(name)?.[1];
    if (!list) return [name, value];
    if (!Array.isArray(value) || typeof value[0] !== 'string') return [`${list}.listParams`, undefined];
    const order = value[1] === 'desc' ? 'DESC' : 'ASC';
    return [`${list}.listParams`, { sort: value[0], order, page: 1, perPage: 50, filter: {} }];
}
