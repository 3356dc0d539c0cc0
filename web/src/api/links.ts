/** What mailed links lead to, for people who are not signed in. */
import { send } from './http';

export type Invitation = { email: string; company_name: string };

export const links = {
    /** Who invites whom; a link that no longer counts is a 410. */
    invitation: (token: string): Promise<Invitation> => send(`/invitations/${encodeURIComponent(token)}`),
    /** Answers the same for every address. */
    forgotPassword: (email: string): Promise<void> => send('/password-resets', { method: 'POST', body: { email } }),
    choosePassword: (token: string, password: string): Promise<void> =>
        send(`/password-resets/${encodeURIComponent(token)}`, { method: 'PUT', body: { password } }),
};
