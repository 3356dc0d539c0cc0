/** Our API in memory: answers the contract and refuses what the real one refuses. */
import { buildUser, type Fields, type Stored } from './builders.ts';
import { accounts, isPublic } from './fakeAccounts.ts';
import { duplicates } from './fakeDuplicates.ts';
import { exports } from './fakeExports.ts';
import { buildPreview } from './fakeFiles.ts';
import { imports } from './fakeImports.ts';
import { interests } from './fakeInterests.ts';
import { mass } from './fakeMass.ts';
import { json, problem, Refusal } from './fakeProblems.ts';
import { records } from './fakeRecords.ts';
import { search } from './fakeSearch.ts';

export type Collection = 'users' | 'companies' | 'contacts' | 'positions' | 'interests' | 'imports' | 'exports' | 'sessions' | 'invitations' | 'tokens' | 'views';

export type World = Record<Collection, Stored[]> & {
    preferences: Fields;
    /** What is found in every uploaded file. */
    preview: Fields;
    history: (Fields & { of: string })[];
    /** Pairs called two different records, by both ids. */
    dismissed: string[];
    /** Whether the browser is signed in. */
    open: boolean;
    password: string;
    /** What the server signs its cursors with. */
    cursorsAre: string;
    /** What is refused of the next record sent. */
    refusals: { field: string; message: string }[];
};

/** One request as a route sees it. */
export type Call = { world: World; method: string; path: string[]; query: URLSearchParams; body: Fields; request: Request };

export type Route = (call: Call) => Response | undefined;

export const CSRF = 'token-of-the-fake';

const emptyWorld = (): World => ({
    users: [buildUser({ id: 'u1' })],
    companies: [],
    contacts: [],
    positions: [],
    interests: [],
    imports: [],
    exports: [],
    sessions: [],
    invitations: [],
    tokens: [],
    views: [],
    preferences: {},
    preview: buildPreview(),
    history: [],
    dismissed: [],
    open: false,
    password: 'un mot de passe long',
    cursorsAre: 'of this key',
    refusals: [],
});

export function createFakeApi(start: Partial<World> = {}) {
    const world: World = { ...emptyWorld(), ...start };
    const requests: Request[] = [];
    return {
        world,
        requests,
        /** Makes the server find fault with a field that the page lets pass. */
        refuse(field: string, message: string): void {
            world.refusals.push({ field, message });
        },
        async fetch(request: Request): Promise<Response> {
            requests.push(request.clone());
            try {
                return answer(await callOf(world, request));
            } catch (error) {
                if (error instanceof Refusal) return error.response;
                throw error;
            }
        },
    };
}

export type FakeApi = ReturnType<typeof createFakeApi>;

async function callOf(world: World, request: Request): Promise<Call> {
    const url = new URL(request.url);
    const isJson = request.headers.get('Content-Type')?.includes('json');
    const body = isJson ? ((await request.json()) as Fields) : {};
    const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    return { world, method: request.method, path, query: url.searchParams, body, request };
}

const ROUTES: Route[] = [accounts, search, preferences, imports, exports, interests, duplicates, mass, records];

function answer(call: Call): Response {
    if (call.path[0] === 'fake-s3') return new Response(null, { status: 204 });
    call.path.shift();
    guard(call);
    for (const route of ROUTES) {
        const found = route(call);
        if (found) return found;
    }
    return problem(404, 'Introuvable');
}

function guard(call: Call): void {
    if (isPublic(call)) return;
    if (!call.world.open) throw new Refusal(problem(401, 'Session expirée'));
    const reading = call.method === 'GET';
    if (!reading && call.request.headers.get('X-CSRF-Token') !== CSRF) throw new Refusal(problem(403, 'Jeton CSRF'));
}

function preferences({ world, method, path, body }: Call): Response | undefined {
    if (path[0] !== 'preferences') return undefined;
    if (method === 'PUT') world.preferences[path[1]] = body.value;
    return json(200, path[1] ? { value: world.preferences[path[1]] } : world.preferences);
}
