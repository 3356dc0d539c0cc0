/** The fake API's doors: sessions, invitations and passwords by mailed links; and personal tokens. */
import { born, buildUser, type Fields, type Stored } from './builders.ts';
import type { Call, World } from './fakeApi.ts';
import { json, problem, Refusal } from './fakeProblems.ts';

export const CSRF = 'token-of-the-fake';

/** The token of each mailed link is the id of what it opens. */
export const RESET_TOKEN = 'reset-token';

export const isPublic = ({ method, path }: Call): boolean => {
    if (path[0] === 'password-resets') return true;
    if (path[0] === 'invitations') return Boolean(path[1]) && ['GET', 'PUT'].includes(method);
    return method === 'POST' && ['tenants', 'session'].includes(path[0]);
};

const ROUTES: Record<string, (call: Call) => Response> = {
    tenants: signUp,
    session: sessionOf,
    invitations,
    'password-resets': passwordResets,
    tokens,
};

export const accounts = (call: Call): Response | undefined => (Object.hasOwn(ROUTES, call.path[0]) ? ROUTES[call.path[0]](call) : undefined);

const done = (): Response => new Response(null, { status: 204 });

const listed = (items: Stored[]): Response =>
    json(200, { items, next: null, previous: null, total: items.length, total_is_exact: true, partial: false });

function opened(world: World, status: number): Response {
    world.open = true;
    const now = '2026-11-24T08:00:00+00:00';
    world.sessions = [
        { id: 'k1', created_at: now, seen_at: now, user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0', current: true, version: 1, archived: false },
        { id: 'k2', created_at: now, seen_at: '2026-11-22T08:00:00+00:00', user_agent: 'Mozilla/5.0 (iPhone) Version/18 Safari/605', current: false, version: 1, archived: false },
    ];
    return json(status, { user: world.users[0], tenant: { id: 't1', name: 'Exemple' }, csrf_token: CSRF });
}

function sessionOf({ world, method, body }: Call): Response {
    if (method === 'GET') return opened(world, 200);
    if (method === 'DELETE') {
        world.open = false;
        return done();
    }
    if (body.password !== world.password) return problem(401, 'E-mail ou mot de passe incorrect.');
    return opened(world, 201);
}

function signUp({ world, body }: Call): Response {
    requireLong(body.password);
    world.users = [buildUser({ id: 'u1', ...body })];
    return opened(world, 201);
}

function requireLong(password: unknown): void {
    if (String(password ?? '').length >= 8) return;
    throw new Refusal(problem(422, 'Saisie refusée', [{ field: 'password', message: 'Il faut au moins 8 caractères.' }]));
}

const gone = (): Response => problem(410, 'Ce lien a déjà servi.');

function invitations(call: Call): Response {
    const { world, method, path, body } = call;
    if (!path[1]) return method === 'POST' ? invite(call) : listed(world.invitations);
    const found = world.invitations.find(one => one.id === path[1]);
    if (!found) return method === 'DELETE' ? problem(404, 'Introuvable') : gone();
    if (method === 'GET') return json(200, { email: found.email, company_name: 'Exemple' });
    if (method === 'PUT') requireLong(body.password);
    world.invitations = world.invitations.filter(one => one !== found);
    if (method === 'DELETE') return done();
    world.users = [buildUser({ ...found, ...body, id: 'u9' })];
    return opened(world, 201);
}

function invite({ world, body }: Call): Response {
    if (world.users.some(user => user.email === body.email)) {
        return problem(422, 'Saisie refusée', [{ field: 'email', message: 'Cette personne est déjà utilisatrice du compte.' }]);
    }
    world.invitations = world.invitations.filter(one => one.email !== body.email);
    const made: Stored = { ...body, ...born('n'), expires_at: '2026-12-01T09:00:00+00:00' };
    world.invitations.unshift(made);
    return json(201, made);
}

function passwordResets({ world, method, path, body }: Call): Response {
    if (method === 'POST') return json(202, {});
    if (path[1] !== RESET_TOKEN) return gone();
    requireLong(body.password);
    world.password = String(body.password);
    return done();
}

function tokens({ world, method, path, body }: Call): Response {
    if (method === 'GET') return listed(world.tokens);
    if (method === 'DELETE') {
        world.tokens = world.tokens.filter(({ id }) => id !== path[1]);
        return done();
    }
    if (!body.name) return problem(422, 'Saisie refusée', [{ field: 'name', message: 'Ce champ est obligatoire.' }]);
    const made: Stored & Fields = { ...born('t'), ...body, seen_at: null };
    world.tokens.unshift(made);
    return json(201, { ...made, token: 'scrm_secret' });
}
