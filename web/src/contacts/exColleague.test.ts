import { describe, expect, it } from 'vitest';
import { createFormat } from '../i18n/format';
import { fr } from '../i18n/fr';
import { byPerson, type ExColleague, sharedPeriod } from './exColleague';

const words = fr.crm.colleagues as Record<string, string>;

const translate = (key: string, options: Record<string, string> = {}): string =>
    Object.entries(options).reduce((text, [name, value]) => text.replace(`%{${name}}`, value), words[key.split('.')[2]]);

const say = (from: string | null, to: string | null): string => sharedPeriod({ from, to }, { date: createFormat('fr').date, translate });

describe('a period two people shared', () => {
    it('is said as precisely as it is known, in good French', () => {
        expect(say('2019', '2021-03')).toBe('de 2019 à mars 2021');
        expect(say('2019-04', '2021')).toBe('d’avril 2019 à 2021');
        expect(say('2019-10', '2021')).toBe('d’octobre 2019 à 2021');
        expect(say('2019-03-03', '2020-05-05')).toBe('du 3 mars 2019 au 5 mai 2020');
    });

    it('has an open end, no beginning, one moment, or nothing', () => {
        expect(say('2019', null)).toBe('depuis 2019');
        expect(say('2019-03-03', null)).toBe('depuis le 3 mars 2019');
        expect(say(null, '2021-03')).toBe('jusqu’en mars 2021');
        expect(say('2019', '2019')).toBe('en 2019');
        expect(say(null, null)).toBe('à des dates inconnues');
    });
});

describe('former colleagues', () => {
    const shared = (contact_id: string, company_id: string, from: string): ExColleague => ({
        id: `${contact_id}${company_id}${from}`,
        contact_id,
        contact: contact_id,
        company_id,
        company: company_id,
        from,
        to: null,
        present: false,
    });

    it('stand once for each company, with all their periods', () => {
        const lines = byPerson([shared('anna', 'pomme', '2015'), shared('paul', 'pomme', '2015'), shared('anna', 'pomme', '2019'), shared('anna', 'poire', '2020')]);
        expect(lines.map(({ contact, company, periods }) => [contact, company, periods.length])).toEqual([
            ['anna', 'pomme', 2],
            ['paul', 'pomme', 1],
            ['anna', 'poire', 1],
        ]);
    });
});
