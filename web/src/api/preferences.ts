/** react-admin's store, kept by the server for each user: the same look and sort on every machine. */
import type { Store } from 'ra-core';
import { request } from './client';
import { session } from './session';

type Values = Record<string, unknown>;

/** Waiting a moment lets ten quick changes be one request. */
const PAUSE = 400;

/** These belong to the tab: a selection or a scroll position on another machine would only surprise. */
const OF_THE_TAB = /(^locale$|selectedIds|scrollPosition|\.import\.)/;

let values: Values = {};
let changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Map<string, Set<(value: unknown) => void>>();

const tell = (key: string): void => listeners.get(key)?.forEach(listener => listener(values[key]));

/** Of a list only its order is remembered: page and filter are in its address. */
function remembered(key: string, value: unknown): unknown {
    if (!key.endsWith('.listParams') || typeof value !== 'object' || value === null) return value;
    const { sort, order, perPage } = value as Values;
    return { sort, order, perPage, page: 1, filter: {} };
}

function keep(key: string, value: unknown): void {
    const before = JSON.stringify(remembered(key, values[key]));
    values = { ...values, [key]: value };
    tell(key);
    if (OF_THE_TAB.test(key) || JSON.stringify(remembered(key, value)) === before) return;
    changed.add(key);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), PAUSE);
}

/** Sends what is not yet on the server. A preference that cannot be kept is no reason to disturb. */
async function flush(): Promise<void> {
    clearTimeout(timer);
    const keys = [...changed];
    changed = new Set();
    if (!session.state().current) return;
    await Promise.all(keys.map(key => put(key).catch(() => undefined)));
}

const put = (key: string): Promise<unknown> =>
    request(`/preferences/${encodeURIComponent(key)}`, {
        method: 'PUT',
        body: { value: remembered(key, values[key]) ?? null },
        keepalive: true,
    });

async function load(): Promise<void> {
    const stored = await request<Values>('/preferences').catch(() => ({}));
    const user = session.state().current?.user;
    values = { ...values, ...stored, ...(user?.locale ? { locale: user.locale } : {}) };
    listeners.forEach((_, key) => tell(key));
}

/** The next person at this screen starts from their own, only the language stays. */
function forget(): void {
    values = { locale: values.locale };
    changed = new Set();
    listeners.forEach((_, key) => tell(key));
}

const startingWith = (prefix: string): string[] => Object.keys(values).filter(key => key.startsWith(prefix));

const store: Store = {
    setup: () => window.addEventListener('pagehide', () => void flush()),
    teardown: () => void flush(),
    getItem: <T>(key: string, defaultValue?: T) => (values[key] ?? defaultValue) as T | undefined,
    setItem: keep,
    removeItem: key => keep(key, undefined),
    removeItems: prefix => startingWith(prefix).forEach(key => keep(key, undefined)),
    reset: () => Object.keys(values).forEach(key => keep(key, undefined)),
    listItems: (prefix = '') => Object.fromEntries(startingWith(prefix).map(key => [key, values[key]])),
    subscribe(key, callback) {
        const callbacks = listeners.get(key) ?? new Set();
        listeners.set(key, callbacks.add(callback));
        return () => callbacks.delete(callback);
    },
};

export const preferences = { store, load, flush, forget };
