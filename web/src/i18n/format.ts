/** Numbers and dates as the reader of this language writes them. */
import { useLocale } from 'ra-core';
import { useMemo } from 'react';

/** A partial date as the wire writes it: `2019`, `2019-03` or `2019-03-01`. */
const PARTS: Intl.DateTimeFormatOptions[] = [
    { year: 'numeric' },
    { year: 'numeric', month: 'long' },
    { year: 'numeric', month: 'long', day: 'numeric' },
];

export function createFormat(locale: string) {
    const numbers = new Intl.NumberFormat(locale);
    // French counts the first day of a month, which Intl does not know: "1er janvier".
    const first = (text: string): string => (locale.startsWith('fr') ? text.replace(/^1 /, '1er ') : text);
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return {
        number: (value: number): string => numbers.format(value),
        /** A moment (RFC 3339) in the reader's own time zone. */
        moment: (value: string): string => first(moments.format(new Date(value))),
        /** A calendar date, whole or partial; it has no time zone. */
        date: (value: string): string => {
            const parts = PARTS[Math.min(value.split('-').length, 3) - 1];
            return first(new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(new Date(value)));
        },
        /** "il y a 5 minutes", seen from `now`. */
        ago: (value: string, now: Date = new Date()): string => {
            const [amount, unit] = distance(new Date(value).getTime() - now.getTime());
            return relative.format(amount, unit);
        },
    };
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
];

function distance(milliseconds: number): [number, Intl.RelativeTimeFormatUnit] {
    const [unit, length] = UNITS.find(([, size]) => Math.abs(milliseconds) >= size) ?? UNITS[UNITS.length - 1];
    return [Math.trunc(milliseconds / length), unit];
}

export type Format = ReturnType<typeof createFormat>;

export function useFormat(): Format {
    const locale = useLocale();
    return useMemo(() => createFormat(locale), [locale]);
}
