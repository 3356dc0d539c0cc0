/** The language of the screen, remembered with the user so that mails and errors speak it too. */
import { useDataProvider, useLocaleState, useNotify } from 'ra-core';
import { session } from '../api';
import type { Locale } from '../i18n';

export const LOCALES: Locale[] = ['fr', 'en'];

export function useLanguage(): [string, (locale: Locale) => Promise<void>] {
    const [locale, setLocale] = useLocaleState();
    const provider = useDataProvider();
    const notify = useNotify();
    const choose = async (next: Locale): Promise<void> => {
        setLocale(next);
        const id = session.state().current?.user.id;
        if (!id) return;
        try {
            const { data: user } = await provider.getOne('users', { id });
            await provider.update('users', { id, data: { ...user, locale: next }, previousData: user });
        } catch (error) {
            notify((error as Error).message, { type: 'error' });
        }
    };
    return [locale, choose];
}
