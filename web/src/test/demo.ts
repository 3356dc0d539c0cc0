/** A small town of invented people, for looking at the pages without a back end. */
import { buildCompany, buildContact, buildPosition, buildUser } from './builders.ts';
import type { World } from './fakeApi.ts';
import { buildInterest } from './fakeInterests.ts';

const FIRST = ['Jeanne', 'Élodie', 'Noël', 'Zoé', 'Rémi', 'Chloé', 'François', 'Inès', 'Léon', 'Maëlle', 'Hugo', 'Anaïs'];
const LAST = [
    'Abel', 'Bœuf', 'Coste', 'Dupont', 'Écard', 'Fabre', 'Garçon', 'Hamel', 'Ivars', 'Joly', 'Kern', 'Lemoine de la Tour-Saint-Vincent',
    'Müller', 'Noiret', 'Ozenne', 'Petit', 'Quénot', 'Roux', 'Sauvage', 'Thévenin', 'Urbain', 'Vidal', 'Weber', 'Xavier', 'Yvon', 'Zola',
];
const TOWNS = ['Nantes', 'Évreux', 'Lyon', 'Saint-Étienne', 'Besançon', 'Châlons-en-Champagne', 'Lille', 'Œuilly'];
const TRADES = ['Boulangerie', 'Menuiserie', 'Cabinet', 'Garage', 'Transports', 'Pomme', 'Imprimerie', 'Société générale de distribution alimentaire'];

const pick = <T>(from: T[], at: number): T => from[at % from.length];

const company = (at: number) =>
    buildCompany({
        name: `${pick(TRADES, at)} ${pick(LAST, at * 7)}`,
        site_label: pick([null, 'Siège Central', 'Magasin', 'Entrepôts'], at),
        kinds: pick([['client'], ['lead'], ['supplier', 'client'], []], at),
        city: pick(TOWNS, at * 3),
        postal_code: String(44000 + at),
        street: `${at + 1} rue des Lilas`,
        country: 'FR',
        phone: `02 40 00 ${String(10 + (at % 90))} 00`,
        website: 'https://exemple.fr',
        siren: at % 2 ? null : '732829320',
    });

const INTERESTS = [
    ...['Libre', 'À la recherche'].map(name => buildInterest({ name, group: 'Recrutement' })),
    ...['Comptable', 'Vendeur automobile', 'Analyste programmeur', 'Manager textile'].map(name => buildInterest({ name, group: 'Métiers' })),
    buildInterest({ name: 'Vœux de fin d’année' }),
];

const contact = (at: number) =>
    buildContact({
        interest_ids: [pick(INTERESTS, at), pick(INTERESTS, 2 + (at % 4))].slice(0, at % 3).map(({ id }) => id),
        civility: pick(['Mme', 'M.', null], at),
        first_name: pick(FIRST, at),
        last_name: pick(LAST, at * 5 + Math.floor(at / 12)),
        personal_email: at % 6 ? `personne${at}@exemple.fr` : null,
        personal_mobile: `06 12 ${String(10 + (at % 90))} 00 00`,
        personal_street: `${at + 1} rue du Bac`,
        personal_postal_code: String(44000 + at),
        personal_city: pick(TOWNS, at),
        personal_country: 'FR',
        birthday: at % 4 ? null : '1980-05-14',
        note: at % 3 ? null : 'Préfère être appelée le matin.\nRencontrée au salon de Nantes.',
        social: at % 5 ? null : { linkedin: 'https://www.linkedin.com/in/exemple' },
        updated_at: new Date(Date.UTC(2026, 10, 20) - at * 3_600_000).toISOString(),
    });

export function demoData(people = 430): Partial<World> {
    const companies = Array.from({ length: 60 }, (_, at) => company(at));
    const contacts = Array.from({ length: people }, (_, at) => contact(at));
    const positions = contacts.flatMap((person, at) => {
        if (at % 3 === 2) return [];
        const employer = pick(companies, at);
        const position = buildPosition({
            contact_id: person.id,
            contact: `${person.last_name} ${person.first_name}`,
            company_id: employer.id,
            company: employer.name,
            title: pick(['Directrice', 'Acheteur', 'Comptable', 'Responsable du développement commercial international'], at),
            work_phone: '02 40 12 34 56',
            start: pick(['2019', '2020-03', '2021-09-01'], at),
        });
        person.main_position = position;
        return [position];
    });
    return { users: [buildUser({ id: 'u1' }), buildUser({ id: 'u2', first_name: 'Bob', email: 'bob@exemple.fr' })], companies, contacts, positions, interests: INTERESTS };
}
