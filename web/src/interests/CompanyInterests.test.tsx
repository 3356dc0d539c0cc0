import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildCompany, buildContact, buildPosition } from '../test/builders';
import { buildInterest } from '../test/fakeInterests';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { CompanyInterests } from './CompanyInterests';
import { pathToMatching, pathToPeople } from './crossing';

const named = (id: string, name: string) => buildInterest({ id, name });

const INTERESTS = [named('free', 'Libre'), named('looking', 'À la recherche'), named('acc', 'Comptable'), named('weld', 'Soudeur')];

const start = (...people: string[][]) => {
    const contacts = people.map((interest_ids, at) => buildContact({ id: `c${at}`, interest_ids }));
    const positions = contacts.map(({ id }) => buildPosition({ contact_id: id, company_id: 's1' }));
    startFakeApi({ interests: INTERESTS, companies: [buildCompany({ id: 's1' })], contacts, positions });
    return renderPage(<CompanyInterests companyId="s1" />, { route: '/companies/s1' });
};

const addressOf = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href');

describe('the interests of a company', () => {
    it('are those of its people, counted, and lead to these people', async () => {
        await start(['acc'], ['acc', 'weld']);
        expect(await addressOf('Comptable : 2 personnes')).toBe(pathToPeople({ company_id: 's1', interests_all: ['acc'] }));
        expect(await addressOf('Soudeur : 1 personne')).toBeTruthy();
        expect(screen.queryByRole('link', { name: /Candidats libres/ })).toBeNull();
    });

    it('lead to candidates for what somebody of it looks for, and for nothing else', async () => {
        await start(['looking', 'acc'], ['weld'], ['free', 'weld']);
        expect(await addressOf('Candidats libres : Comptable')).toBe(pathToMatching('acc'));
        expect(screen.queryByRole('link', { name: 'Candidats libres : Soudeur' })).toBeNull();
    });
});
