/** Duplicates of the fake API: who bears the same last name is one, and a merge takes the loser away. */
import type { Fields, Stored } from './builders.ts';
import type { Call, World } from './fakeApi.ts';
import { json, problem } from './fakeProblems.ts';

/** The routes that stand before those of the records they are about. */
export function duplicates(call: Call): Response | undefined {
    const [resource, id, tail] = call.path;
    if (id === 'likely') return json(200, { items: likely(call) });
    if (resource === 'duplicates' && call.method === 'GET') return pairs(call);
    if (resource === 'duplicates') return dismiss(call);
    if (tail === 'merge' && call.method === 'GET') return json(200, preview(call));
    if (tail === 'merge') return merge(call);
    return undefined;
}

const rowOf = ({ id, last_name, first_name, personal_city }: Stored): Fields => ({
    id,
    name: [last_name, first_name].filter(Boolean).join(' '),
    company: null,
    title: null,
    city: personal_city ?? null,
    email: null,
    phone: null,
});

const likely = ({ world, query }: Call): Fields[] =>
    world.contacts.filter(({ last_name }) => last_name === query.get('last_name')).map(contact => ({ ...rowOf(contact), reasons: ['name'] }));

/** Two slices, the first without any pair. */
function pairs({ world, query }: Call): Response {
    const first = !query.get('cursor');
    const items = first ? [] : pairsOf(world);
    return json(200, { items, next: first ? 'second' : null, previous: null, total: items.length, total_is_exact: false, partial: first });
}

function pairsOf(world: World): Fields[] {
    return world.contacts.flatMap((one, place) =>
        world.contacts
            .slice(place + 1)
            .filter(other => other.last_name === one.last_name && !world.dismissed.includes(keyOf(one.id, other.id)))
            .map(other => ({ resource: 'contacts', a: rowOf(one), b: rowOf(other), reasons: ['name'] })),
    );
}

const keyOf = (one: unknown, other: unknown): string => `${String(one)} ${String(other)}`;

function dismiss({ world, path, body }: Call): Response {
    const key = keyOf(body.a_id, body.b_id);
    world.dismissed = world.dismissed.filter(other => other !== key);
    if (path[1] === 'dismiss') world.dismissed.push(key);
    return json(200, body);
}

const CHOOSABLE = ['last_name', 'first_name', 'personal_city', 'note'];

const found = (world: World, id: unknown): Stored => {
    const contact = world.contacts.find(one => one.id === id);
    if (!contact) throw new Error(`no contact ${String(id)}`);
    return contact;
};

function preview({ world, path, query }: Call): Fields {
    const [winner, loser] = [found(world, path[1]), found(world, query.get('loser_id'))];
    const fields = CHOOSABLE.filter(field => winner[field] || loser[field]).map(field => ({
        field,
        winner: winner[field] ?? null,
        loser: loser[field] ?? null,
        chosen: chosenOf(field, winner[field], loser[field]),
    }));
    const named = (one: Stored) => ({ id: one.id, name: rowOf(one).name });
    return { winner: named(winner), loser: named(loser), fields, positions: [], interests: [], versions: { winner: winner.version, loser: loser.version } };
}

function chosenOf(field: string, winner: unknown, loser: unknown): string {
    if (winner === loser) return 'same';
    if (field === 'note' && winner && loser) return 'both';
    return winner ? 'winner' : 'loser';
}

function merge({ world, path, body }: Call): Response {
    const [winner, loser] = [found(world, path[1]), found(world, body.loser_id)];
    if ((body.versions as Fields).loser !== loser.version) return problem(412, 'Modifiée entre-temps');
    for (const [field, side] of Object.entries(body.choices as Fields)) if (side === 'loser') winner[field] = loser[field];
    world.contacts = world.contacts.filter(one => one !== loser);
    return json(200, { id: 'm1', resource: 'contacts', winner_id: winner.id, loser: rowOf(loser).name, state: 'done' });
}
