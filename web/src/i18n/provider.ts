/** Loads the words of one language at a time, ours and react-admin's together. */
import polyglot from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'ra-core';

export type Locale = 'fr' | 'en';

const loaders: Record<Locale, () => Promise<TranslationMessages>> = {
    fr: async () => {
        const [ours, theirs] = await Promise.all([import('./fr'), import('ra-language-french')]);
        return { ...theirs.default, ...ours.fr };
    },
    en: async () => {
        const [ours, theirs] = await Promise.all([import('./en'), import('ra-language-english')]);
        return { ...theirs.default, ...ours.en };
    },
};

export const isLocale = (value: unknown): value is Locale => value === 'fr' || value === 'en';

/** French unless the browser asks for English before French. */
export function preferredLocale(languages: readonly string[]): Locale {
    return languages.map(language => language.slice(0, 2)).find(isLocale) ?? 'fr';
}

/** An i18n provider whose first language is already there when it is given. */
export async function createI18nProvider(first: Locale): Promise<I18nProvider> {
    const messages = await loaders[first]();
    return polyglot(
        locale => (locale === first ? messages : loaders[locale as Locale]()),
        first,
        [
            { locale: 'fr', name: 'Français' },
            { locale: 'en', name: 'English' },
        ],
        { allowMissing: true },
    );
}
