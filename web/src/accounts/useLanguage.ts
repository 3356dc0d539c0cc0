/** The language of the screen, remembered with the user so that mails and errors speak it too. */
import { useDataProvider, useLocaleState, useNotify } from 'ra-core';
import { session, type User } from '../api';
import type { Locale } from '../i18n';

export const LOCALES: Locale[] = ['fr', 'en'];

export function useLanguage(): [string, (locale: Locale) => Promise<void>] {
    const [locale, setLocale] = useLocaleState();
    const provider = useDataProvider();
    const notify = useNotify();
    const choose = async (next: Locale): Promise<void> => {
        setLocale(next);
        const user = session.state().current?.user;
        if (!user) return;
        try {
            const { data } = await provider.update('users', { id: user.id, data: { ...user, locale: next }, previousData: user });
            session.updateUser(data as User);
        } catch (error) {
            notify((error as Error).message, { type: 'error' });
        }
    };
    return [locale, choose];
}
