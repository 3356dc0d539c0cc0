/** Puts the fake API where the browser's network would be. */
import { vi } from 'vitest';
import { createFakeApi, type FakeApi, type World } from './fakeApi';

const ORIGIN = 'http://crm.test';

/** jsdom's signals are not those of Node's Request. */
const withoutSignal = (init: RequestInit = {}): RequestInit => ({ ...init, signal: undefined });

export function startFakeApi(world: Partial<World> = {}): FakeApi {
    const api = createFakeApi({ open: true, ...world });
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => api.fetch(new Request(new URL(path, ORIGIN), withoutSignal(init))));
    return api;
}

/** "GET /api/contacts?limit=50", as the server saw it. */
export const sightOf = ({ method, url }: Request): string => `${method} ${url.replace(ORIGIN, '')}`;
