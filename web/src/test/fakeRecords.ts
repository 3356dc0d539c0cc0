/** Contacts, companies, positions, users and sessions of the fake API. */
import { buildCompany, buildContact, COMPANY_FIELDS, CONTACT_FIELDS, type Fields, type Stored, USER_FIELDS } from './builders.ts';
import type { Call, Collection, World } from './fakeApi.ts';
import { isCrossed } from './fakeInterests.ts';
import { by, page, type Sorts } from './fakeLists.ts';
import { buildView, VIEW_FIELDS } from './fakeMass.ts';
import { json, problem, Refusal } from './fakeProblems.ts';

type Kind = {
    fields: string[];
    required: string[];
    sorts: Sorts;
    filters: string[];
    row: (record: Stored, world: World) => Fields;
    build?: (fields: Fields) => Stored;
};

const contactRow = (record: Stored): Fields => {
    const main = record.main_position as Fields | null;
    return {
        id: record.id,
        name: `${record.last_name} ${record.first_name ?? ''}`.trim(),
        company: main?.company,
        title: main?.title,
        city: record.personal_city,
        email: record.personal_email,
        phone: record.personal_mobile,
        interests: record.interest_ids,
    };
};

const rowOf = (...fields: string[]) => (record: Stored): Fields => Object.fromEntries(fields.map(field => [field, record[field]]));

const whole = (record: Stored): Fields => record;

const KINDS: Partial<Record<Collection, Kind>> = {
    contacts: {
        fields: CONTACT_FIELDS,
        required: ['last_name'],
        sorts: {
            ...by('last_name', 'first_name', 'updated_at'),
            company: record => String(contactRow(record).company ?? ''),
            city: record => String(record.personal_city ?? ''),
            email: record => String(record.personal_email ?? ''),
        },
        filters: ['owner_id'],
        row: contactRow,
        build: buildContact,
    },
    companies: {
        fields: COMPANY_FIELDS,
        required: ['name'],
        sorts: by('name', 'site_label', 'city', 'postal_code', 'last_activity', 'updated_at'),
        filters: ['owner_id', 'kind'],
        row: rowOf('id', 'name', 'site_label', 'city', 'kinds', 'phone'),
        build: buildCompany,
    },
    positions: { fields: [], required: [], sorts: by('company'), filters: ['contact_id', 'company_id'], row: whole },
    interests: { fields: ['name', 'group'], required: ['name'], sorts: by('name'), filters: [], row: whole },
    users: { fields: USER_FIELDS, required: ['last_name'], sorts: by('last_name'), filters: [], row: whole },
    views: { fields: VIEW_FIELDS, required: ['name'], sorts: by('name'), filters: ['resource'], row: whole, build: buildView },
    sessions: { fields: [], required: [], sorts: by('seen_at'), filters: [], row: whole },
};

export function records(call: Call): Response | undefined {
    const [name, id, tail] = call.path;
    const kind = KINDS[name as Collection];
    if (!kind) return undefined;
    if (!id) return call.method === 'POST' ? create(call, kind) : list(call, kind);
    const record = call.world[name as Collection].find(one => one.id === id);
    if (!record) return problem(404, 'Introuvable');
    if (tail === 'history') return history(call, record);
    if (tail === 'social-activity') return json(200, { networks: [] });
    return one(call, kind, record, tail);
}

const matches = (record: Stored, name: string, value: string): boolean =>
    name === 'kind' ? (record.kinds as string[]).includes(value) : record[name] === value;

function list({ world, path, query }: Call, kind: Kind): Response {
    const ids = query.get('ids')?.split(',');
    const archived = query.get('archived') === 'true';
    const chosen = world[path[0] as Collection].filter(record =>
        ids ? ids.includes(record.id) : record.archived === archived && kind.filters.every(name => !query.get(name) || matches(record, name, query.get(name) as string)) && (path[0] !== 'contacts' || isCrossed(record, query, world)),
    );
    const found = page(chosen, query, kind.sorts, record => kind.row(record, world), world.cursorsAre);
    return found ? json(200, found) : problem(422, 'Curseur d’une autre liste', [{ field: 'cursor', message: 'Curseur inconnu.' }]);
}

function checked(body: Fields, kind: Kind, { refusals }: World): Fields {
    const unknown = Object.keys(body).filter(field => !kind.fields.includes(field)).map(field => ({ field, message: 'Champ inconnu.' }));
    const missing = kind.required.filter(field => field in body && !body[field]).map(field => ({ field, message: 'À remplir.' }));
    const wrong = body.personal_email && !String(body.personal_email).includes('@') ? [{ field: 'personal_email', message: 'Adresse e-mail incomplète.' }] : [];
    const errors = [...unknown, ...missing, ...wrong, ...refusals.splice(0)];
    if (errors.length) throw new Refusal(problem(422, 'Saisie refusée', errors));
    return body;
}

const etag = (record: Stored) => ({ ETag: `"${record.version}"` });

function create({ world, path, body }: Call, kind: Kind): Response {
    if (!kind.build) return problem(405, 'Interdit');
    const record = kind.build(checked({ ...Object.fromEntries(kind.required.map(field => [field, null])), ...body }, kind, world));
    world[path[0] as Collection].push(record);
    note(world, record, 'create', []);
    return json(201, record, etag(record));
}

function one(call: Call, kind: Kind, record: Stored, tail: string | undefined): Response {
    const { world, method, path } = call;
    if (path[0] === 'sessions' && method === 'DELETE') {
        world.sessions = world.sessions.filter(other => other !== record);
        return new Response(null, { status: 204 });
    }
    if (method === 'PATCH') return change(call, kind, record);
    if (method === 'DELETE' || tail === 'restore') {
        record.archived = method === 'DELETE';
        note(world, record, record.archived ? 'archive' : 'restore', []);
    }
    return json(200, record, etag(record));
}

function change({ world, request, body }: Call, kind: Kind, record: Stored): Response {
    const match = request.headers.get('If-Match');
    if (!match) return problem(428, 'If-Match manque');
    if (match !== `"${record.version}"`) return problem(412, 'Cette fiche a changé', undefined, { current: record });
    const before = { ...record };
    Object.assign(record, checked(body, kind, world), { version: record.version + 1 });
    note(world, record, 'change', Object.keys(body).map(field => ({ field, old: before[field], new: body[field] })));
    return json(200, record, etag(record));
}

function note(world: World, record: Stored, action: string, changes: Fields[]): void {
    const at = new Date().toISOString();
    world.history.unshift({ of: record.id, id: `h${world.history.length}`, at, user_id: 'u1', user: 'Alice Martin', action, changes });
}

function history({ world }: Call, record: Stored): Response {
    const items = world.history.filter(entry => entry.of === record.id);
    return json(200, { items, next: null, previous: null, total: items.length, total_is_exact: true, partial: false });
}
