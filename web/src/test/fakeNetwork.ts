/** Puts the fake API where the browser's network would be. */
import { vi } from 'vitest';
import { createFakeApi, type FakeApi, type World } from './fakeApi';

const ORIGIN = 'http://crm.test';

/** jsdom's signals are not those of Node's Request. */
const withoutSignal = (init: RequestInit = {}): RequestInit => ({ ...init, signal: undefined });

/** A bucket that takes every file at once. */
class FakeUpload {
    upload: { onprogress?: (event: object) => void } = {};
    status = 204;
    onload?: () => void;

    open(): void {}

    send(): void {
        this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 1 });
        this.onload?.();
    }
}

export function startFakeApi(world: Partial<World> = {}): FakeApi {
    const api = createFakeApi({ open: true, ...world });
    vi.stubGlobal('XMLHttpRequest', FakeUpload);
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => api.fetch(new Request(new URL(path, ORIGIN), withoutSignal(init))));
    return api;
}

/** "GET /api/contacts?limit=50", as the server saw it. */
export const sightOf = ({ method, url }: Request): string => `${method} ${url.replace(ORIGIN, '')}`;
