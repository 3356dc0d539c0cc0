/** react-admin's store, kept by the server for each user: the same look and sort on every machine. */
import type { Store } from 'ra-core';
import { request } from './client';
import { send } from './http';
import { fromServer, toServer } from './listMemory';
import { type Session, session } from './session';

type Values = Record<string, unknown>;

/** Waiting a moment lets ten quick changes be one request. */
const PAUSE = 400;

/** These belong to the tab: a selection or a scroll position on another machine would only surprise. */
const OF_THE_TAB = /(^locale$|selectedIds|scrollPosition)/;

let values: Values = {};
let changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Map<string, Set<(value: unknown) => void>>();

const tell = (key: string): void => listeners.get(key)?.forEach(listener => listener(values[key]));

function keep(key: string, value: unknown): void {
    const before = toServer(key, values[key]);
    values = { ...values, [key]: value };
    tell(key);
    if (OF_THE_TAB.test(key) || isSame(toServer(key, value), before)) return;
    changed.add(key);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), PAUSE);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Sends what is not yet on the server. A preference that cannot be kept is no reason to disturb. */
async function flush(): Promise<void> {
    clearTimeout(timer);
    const keys = [...changed];
    changed = new Set();
    if (!session.state().current) return;
    await Promise.all(keys.map(key => put(key).catch(() => undefined)));
}

function put(key: string): Promise<unknown> {
    const [name, value] = toServer(key, values[key]);
    return request(`/preferences/${encodeURIComponent(name)}`, { method: 'PUT', body: { value: value ?? null }, keepalive: true });
}

/** The pages of somebody who arrives look from the start as they like them. */
async function load({ user }: Session): Promise<void> {
    const stored = await send<Values>('/preferences').catch((): Values => ({}));
    const own = Object.fromEntries(Object.entries(stored).map(([name, value]) => fromServer(name, value)));
    values = { ...values, ...own, ...(user.locale ? { locale: user.locale } : {}) };
    listeners.forEach((_, key) => tell(key));
}

session.beforeOpening(load);

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

export const preferences = { store, flush, forget };
