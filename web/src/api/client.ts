/** Requests of a signed-in person: carries the CSRF token, and survives a session that ended meanwhile. */
import { type Sending, send, statusOf } from './http';
import { session } from './session';

/** As `send`, but a 401 waits for the password and then tries again, and a stale CSRF token is fetched anew once. */
export async function request<T>(path: string, sending: Sending = {}): Promise<T> {
    try {
        return await signed<T>(path, sending);
    } catch (error) {
        if (statusOf(error) === 401 && session.state().current) {
            await session.renewed();
            return request<T>(path, sending);
        }
        if (statusOf(error) === 403 && (await hasNewToken(sending))) return signed<T>(path, sending);
        throw error;
    }
}

const signed = <T>(path: string, sending: Sending): Promise<T> =>
    send<T>(path, { ...sending, headers: { ...sending.headers, ...tokenFor(sending) } });

const isReading = ({ method = 'GET' }: Sending): boolean => method === 'GET';

const tokenFor = (sending: Sending): Record<string, string> => (isReading(sending) ? {} : session.csrfHeader());

/** Another tab may have signed in again, and with that changed the token this tab still holds. */
async function hasNewToken(sending: Sending): Promise<boolean> {
    if (isReading(sending)) return false;
    const before = session.state().current?.csrf_token;
    const now = await session.load().catch(() => null);
    return now !== null && now.csrf_token !== before;
}
