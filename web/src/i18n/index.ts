/** The words on the screen and how numbers and dates are written. */
export { type Format, useFormat } from './format';
export { createI18nProvider, isLocale, type Locale, preferredLocale } from './provider';
