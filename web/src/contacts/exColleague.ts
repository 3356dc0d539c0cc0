/** Somebody who worked in the same company at the same time, and how that time is said. */
import type { RaRecord } from 'ra-core';

export type ExColleague = RaRecord & {
    contact_id: string;
    contact: string;
    company_id: string;
    company: string;
    from: string | null;
    to: string | null;
    /** Both are still there. */
    present: boolean;
};

type Translate = (key: string, options?: Record<string, string>) => string;

type Say = { date: (value: string) => string; translate: Translate };

const isDay = (date: string): boolean => date.length === 10;

const isVowel = (text: string): boolean => /^[aeiouyàâéèêôœ]/i.test(text);

/** "de 2019 à mars 2021", "d’avril 2019 à 2021", "du 3 mars 2019 au 5 mai 2020", "depuis 2019", "en 2019": as precise as it is known. */
export function sharedPeriod({ from, to }: Pick<ExColleague, 'from' | 'to'>, say: Say): string {
    if (from && to) return from === to ? during(from, say) : `${began(from, say)} ${ended(to, say)}`;
    if (from) return told('since', from, say);
    return to ? told('until', to, say) : say.translate('crm.colleagues.unknown');
}

const told = (word: string, date: string, say: Say): string =>
    say.translate(`crm.colleagues.${word}${isDay(date) ? '_day' : ''}`, { date: say.date(date) });

const during = (date: string, say: Say): string => told('during', date, say);

const ended = (date: string, say: Say): string => told('to', date, say);

const began = (date: string, say: Say): string => {
    const shown = say.date(date);
    return isVowel(shown) ? say.translate('crm.colleagues.from_vowel', { date: shown }) : told('from', date, say);
};

/** One line a person and company; several shared periods of the same two stand together. */
export type Shared = { contact_id: string; contact: string; company_id: string; company: string; periods: ExColleague[] };

export function byPerson(found: ExColleague[]): Shared[] {
    const lines = new Map<string, Shared>();
    for (const one of found) {
        const key = `${one.contact_id} ${one.company_id}`;
        const line = lines.get(key);
        if (line) line.periods.push(one);
        else lines.set(key, { contact_id: one.contact_id, contact: one.contact, company_id: one.company_id, company: one.company, periods: [one] });
    }
    return [...lines.values()];
}
