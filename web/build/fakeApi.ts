/** Lets `npm run dev:fake` show the pages without a back end: the tests' in-memory API answers under /api. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Plugin } from 'vite';
import { createFakeApi } from '../src/test/fakeApi.ts';
import { demoData } from '../src/test/demo.ts';

const bodyOf = (request: IncomingMessage): ReadableStream | undefined =>
    ['GET', 'HEAD'].includes(request.method ?? 'GET') ? undefined : (Readable.toWeb(request) as ReadableStream);

const toRequest = (request: IncomingMessage): Request =>
    new Request(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`, {
        method: request.method,
        headers: request.headers as Record<string, string>,
        body: bodyOf(request),
        duplex: 'half',
    } as RequestInit);

export const fakeApi = (): Plugin => ({
    name: 'fake-api',
    configureServer(server) {
        const api = createFakeApi(demoData());
        server.middlewares.use(async (request, response, next) => {
            if (!/^\/(api|fake-s3)\//.test(request.url ?? '')) return next();
            // Each browser has its own session: the cookie alone says so.
            api.world.open = request.headers.cookie?.includes('fake=open') ?? false;
            const answer = await api.fetch(toRequest(request));
            const cookie = `fake=${api.world.open ? 'open' : 'closed'}; Path=/`;
            response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'Set-Cookie': cookie });
            response.end(Buffer.from(await answer.arrayBuffer()));
        });
    },
});
