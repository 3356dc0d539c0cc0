import { describe, expect, it } from 'vitest';
import { createFormat } from '../i18n/format';
import { checkPosition, dateToSend, isEmptyPosition, isPast, joined, partsOf, periodOf, positionToSend, splitName } from './position';

const WORDS: Record<string, string> = {
    'crm.positions.from_to': '%{start} – %{end}',
    'crm.positions.since_month': 'depuis %{start}',
    'crm.positions.since_day': 'depuis le %{start}',
    'crm.positions.until_month': 'jusqu’en %{end}',
    'crm.positions.until_day': 'jusqu’au %{end}',
};

const say = (start: string | null, end: string | null): string =>
    periodOf({ start, end }, createFormat('fr').date, (key, options = {}) =>
        Object.entries(options).reduce((text, [name, value]) => text.replace(`%{${name}}`, value), WORDS[key]),
    );

describe('the period of a position', () => {
    it('is said as precisely as it is known', () => {
        expect(say('2019-03', null)).toBe('depuis mars 2019');
        expect(say('2019-03-15', null)).toBe('depuis le 15 mars 2019');
        expect(say('2015', '2019')).toBe('2015 – 2019');
        expect(say(null, '2019')).toBe('jusqu’en 2019');
        expect(say(null, null)).toBe('');
    });

    it('is past once its end has come', () => {
        expect(isPast({ start: null, end: '2026' }, '2026-11-24')).toBe(true);
        expect(isPast({ start: null, end: '2026-12' }, '2026-11-24')).toBe(false);
        expect(isPast({ start: null, end: '2026-11-24' }, '2026-11-24')).toBe(false);
        expect(isPast({ start: '2019', end: null }, '2026-11-24')).toBe(false);
    });
});

describe('a date in parts', () => {
    it('may be a year, a month or a day, and is kept while it is not yet one', () => {
        expect(partsOf('2019-03')).toEqual(['2019', '03', '']);
        expect(joined(['2019', '', ''])).toBe('2019');
        expect(joined(['', '03', ''])).toBe('-03');
        expect(joined(['', '', ''])).toBe(null);
        expect(dateToSend('2019-03-1')).toBe('2019-03-01');
    });
});

describe('a position form', () => {
    const good = { company_id: 's1', start: '2019-03', end: '2019-03-31' };

    it('asks for a company and nothing else', () => {
        expect(checkPosition({ title: 'Gérante' })).toEqual({ company_id: 'crm.checks.company' });
        expect(checkPosition(good)).toEqual({});
    });

    it('refuses days that do not exist and months without a year', () => {
        expect(checkPosition({ ...good, end: '2019-02-30' })).toEqual({ end: 'crm.checks.honest_date' });
        expect(checkPosition({ ...good, start: '-03' })).toEqual({ start: 'crm.checks.honest_date' });
    });

    it('refuses an end before its start, and gives vague dates the benefit of the doubt', () => {
        expect(checkPosition({ ...good, start: '2019-04' })).toEqual({ end: 'crm.checks.end_before_start' });
        expect(checkPosition({ ...good, start: '2019-04', end: '2019' })).toEqual({});
    });

    it('sends dates as the wire writes them and nothing it only shows', () => {
        expect(positionToSend({ company_id: 's1', company: 'Pomme', title: ' Gérante ', start: '2019-3' })).toEqual({
            company_id: 's1',
            title: 'Gérante',
            work_phone: null,
            work_mobile: null,
            work_email: null,
            start: '2019-03',
            end: null,
        });
    });

    it('is no position while nobody wrote in it', () => {
        expect(isEmptyPosition({ company_id: null, title: '' })).toBe(true);
        expect(isEmptyPosition({ title: 'Gérante' })).toBe(false);
    });
});

describe('a name typed in one go', () => {
    it('ends in the last name', () => {
        expect(splitName('Jean Paul Dupont')).toEqual({ first_name: 'Jean Paul', last_name: 'Dupont' });
        expect(splitName(' Dupont ')).toEqual({ first_name: '', last_name: 'Dupont' });
    });
});
