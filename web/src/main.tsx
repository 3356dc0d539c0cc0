/** Mounts the pages once it is known who is here and which words they read. */
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { session } from './api';
import { createI18nProvider, isLocale, preferredLocale } from './i18n';

async function start(): Promise<void> {
    const here = await session.load().catch(() => null);
    const locale = here?.user.locale;
    const first = isLocale(locale) ? locale : preferredLocale(navigator.languages);
    document.documentElement.lang = first;
    const root = document.getElementById('root');
    if (root) createRoot(root).render(<App i18nProvider={await createI18nProvider(first)} />);
}

void start();
