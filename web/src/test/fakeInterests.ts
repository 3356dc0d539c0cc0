/** Interests of the fake API: their names, and what is asked about the people who have them. */
import { born, type Fields, type Stored } from './builders.ts';
import type { Call, World } from './fakeApi.ts';
import { fold } from './fakeLists.ts';
import { json, problem, Refusal } from './fakeProblems.ts';

export const buildInterest = (fields: Fields = {}): Stored => ({ ...born('i'), name: 'Comptable', group: null, ...fields });

/** The routes that stand before those of the records they are about. */
export function interests(call: Call): Response | undefined {
    const [resource, id, tail] = call.path;
    if (resource === 'companies' && tail === 'interests') return listed(ofCompany(call.world, id));
    if (resource === 'contacts' && tail === 'ex-colleagues') return listed(exColleagues(call.world, id));
    if (resource === 'contacts' && id === 'count') return json(200, count(call));
    if (resource === 'interests' && !id && call.method === 'POST') return create(call);
    return undefined;
}

const listed = (items: Fields[]): Response =>
    json(200, { items, next: null, previous: null, total: items.length, total_is_exact: true, partial: false });

function create({ world, body }: Call): Response {
    const made = buildInterest({ name: body.name, group: body.group || null });
    const message = messageFor(world, made);
    if (message) throw new Refusal(problem(422, 'Saisie refusée', [{ field: 'name', message }]));
    world.interests.push(made);
    return json(201, made);
}

function messageFor(world: World, { name }: Stored): string | undefined {
    if (!name) return 'Ce champ est obligatoire.';
    const isSame = (other: Stored) => !other.archived && fold(other.name) === fold(name);
    return world.interests.some(isSame) ? 'Ce nom existe déjà.' : undefined;
}

const idsOf = (contact: Stored): string[] => (contact.interest_ids as string[] | null) ?? [];

const asked = (query: URLSearchParams, name: string): string[] => query.get(name)?.split(',').filter(Boolean) ?? [];

/** Whether a contact is in the crossing that a query asks for. */
export function isCrossed(contact: Stored, query: URLSearchParams, world: World): boolean {
    const has = (id: string) => idsOf(contact).includes(id);
    const any = asked(query, 'interests_any');
    const all = [...asked(query, 'interests_all'), ...asked(query, 'interest_id')];
    const works = asked(query, 'company_id').every(company => peopleOf(world, company).includes(contact.id));
    return works && all.every(has) && !asked(query, 'interests_none').some(has) && (any.length === 0 || any.some(has));
}

const peopleOf = (world: World, company: string): unknown[] =>
    world.positions.filter(position => position.company_id === company && !position.archived).map(({ contact_id }) => contact_id);

/** Two slices, as if there were too many for one. */
function count({ world, query }: Call): Fields {
    const all = world.contacts.filter(contact => !contact.archived && isCrossed(contact, query, world)).length;
    const first = Math.ceil(all / 2);
    return query.get('cursor') ? { count: all - first, cursor: null } : { count: first, cursor: 'second' };
}

function ofCompany(world: World, id: string): Fields[] {
    const here = world.contacts.filter(contact => peopleOf(world, id).includes(contact.id) && !contact.archived);
    return world.interests
        .map(interest => ({ id: interest.id, name: interest.name, group: interest.group, count: here.filter(contact => idsOf(contact).includes(interest.id)).length }))
        .filter(interest => interest.count > 0);
}

function exColleagues(world: World, id: string): Fields[] {
    const mine = world.positions.filter(position => position.contact_id === id);
    return mine.flatMap(own =>
        world.positions
            .filter(other => other.company_id === own.company_id && other.contact_id !== id)
            .map(other => ({
                contact_id: other.contact_id,
                contact: other.contact,
                company_id: other.company_id,
                company: other.company,
                from: later(own.start, other.start),
                to: earlier(own.end, other.end),
                present: !own.end && !other.end,
            })),
    );
}

const later = (one: unknown, other: unknown): unknown => (String(one ?? '') > String(other ?? '') ? one : other);

const earlier = (one: unknown, other: unknown): unknown => (String(one ?? '9') < String(other ?? '9') ? one : other);
