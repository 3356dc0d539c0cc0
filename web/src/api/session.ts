/** Who is signed in here, and what happens when the server forgets it: the password is asked again over the page. */
import { HttpError } from 'ra-core';
import { send, statusOf } from './http';

export type User = {
    id: string;
    first_name: string;
    last_name: string;
    email: string;
    role: 'admin' | 'user' | 'read_only';
    visibility: 'all' | 'own';
    locale: string | null;
    time_zone: string | null;
    colour: string | null;
    phone: string | null;
    hourly_rate: string | null;
    call_scheme: string | null;
    version: number;
};

export type Session = { user: User; tenant: { id: string; name: string }; csrf_token: string };

export type SignUp = {
    company_name: string;
    first_name: string;
    last_name: string;
    email: string;
    password: string;
};

/** What somebody invited tells of themselves; `token` stood in the mailed link. */
export type Acceptance = { token: string; first_name: string; last_name: string; password: string };

export type SignIn = { email: string; password: string; remember?: boolean };

type State = { current: Session | null; expired: boolean };

type Waiting = { resolve: () => void; reject: (error: HttpError) => void };

let state: State = { current: null, expired: false };
const waiting: Waiting[] = [];
const listeners = new Set<() => void>();

function change(next: State): void {
    state = next;
    listeners.forEach(listener => listener());
}

/** What is done for somebody who arrives, before any page knows of them. */
let prepare: (arriving: Session) => Promise<void> = async () => undefined;

async function open(current: Session): Promise<Session> {
    if (state.current === null) await prepare(current);
    change({ current, expired: false });
    waiting.splice(0).forEach(({ resolve }) => resolve());
    return current;
}

function close(): void {
    change({ current: null, expired: false });
    waiting.splice(0).forEach(({ reject }) => reject(new HttpError('crm.errors.signed_out', 401)));
}

/** Asks the server who is here; `null` when nobody is. An open page is not closed by it: what is typed there stays. */
async function load(): Promise<Session | null> {
    try {
        return await open(await send<Session>('/session'));
    } catch (error) {
        if (statusOf(error) !== 401) throw error;
        return null;
    }
}

const signIn = async (body: SignIn): Promise<Session> =>
    open(await send<Session>('/session', { method: 'POST', body }));

const signUp = async (body: SignUp): Promise<Session> =>
    open(await send<Session>('/tenants', { method: 'POST', body }));

const accept = async ({ token, ...body }: Acceptance): Promise<Session> =>
    open(await send<Session>(`/invitations/${encodeURIComponent(token)}`, { method: 'PUT', body }));

async function signOut(): Promise<void> {
    const headers = csrfHeader();
    if (state.current) await send('/session', { method: 'DELETE', headers }).catch(() => undefined);
    close();
}

/** Resolves once the same person has signed in again; rejects when they would rather leave. */
function renewed(): Promise<void> {
    if (!state.expired) change({ ...state, expired: true });
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
}

const csrfHeader = (): Record<string, string> =>
    state.current ? { 'X-CSRF-Token': state.current.csrf_token } : {};

/** Keeps the user as the server last gave it, for instance after the profile was saved. */
function updateUser(user: User): void {
    if (state.current) change({ ...state, current: { ...state.current, user: { ...state.current.user, ...user } } });
}

export const session = {
    load,
    signIn,
    signUp,
    accept,
    signOut,
    renewed,
    updateUser,
    csrfHeader,
    state: (): State => state,
    beforeOpening(preparation: typeof prepare): void {
        prepare = preparation;
    },
    subscribe(listener: () => void): () => void {
        listeners.add(listener);
        return () => listeners.delete(listener);
    },
};
