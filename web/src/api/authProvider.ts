/** What react-admin asks about the person at the screen. */
import { type AuthProvider, HttpError, type UserIdentity } from 'ra-core';
import { statusOf } from './http';
import { preferences } from './preferences';
import { type Acceptance, type Session, type SignIn, type SignUp, type User, session } from './session';

export type Identity = UserIdentity & { user: User; tenant: Session['tenant'] };

/** Sign-in, sign-up and an accepted invitation are one to react-admin: all end with a session. */
export type Credentials = SignIn | SignUp | Acceptance;

function opened(credentials: Credentials): Promise<Session> {
    if ('token' in credentials) return session.accept(credentials);
    return 'company_name' in credentials ? session.signUp(credentials) : session.signIn(credentials);
}

function current(): Session {
    const { current: found } = session.state();
    if (!found) throw new HttpError('crm.errors.signed_out', 401);
    return found;
}

export const authProvider: AuthProvider = {
    async login(credentials: Credentials) {
        await opened(credentials);
    },
    async logout() {
        await preferences.flush();
        await session.signOut();
        preferences.forget();
    },
    async checkAuth() {
        if (!session.state().current) throw { message: false };
    },
    async checkError(error: unknown) {
        if (statusOf(error) === 401) throw { message: false };
    },
    async getIdentity(): Promise<Identity> {
        const { user, tenant } = current();
        return { id: user.id, fullName: `${user.first_name} ${user.last_name}`.trim(), user, tenant };
    },
    async getPermissions() {
        return session.state().current?.user.role ?? null;
    },
};
