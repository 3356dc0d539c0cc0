/** Imports of the fake API: each look at one moves it a step further. */
import type { Stored } from './builders.ts';
import type { Call } from './fakeApi.ts';
import { lookAt } from './fakeFiles.ts';
import { json, problem } from './fakeProblems.ts';

const REPORT = [
    { row: 12, line: 13, reasons: [{ field: 'last_name', message: 'Le nom est vide.' }], text: ';Paul;;0612' },
    { row: 40, line: 41, reasons: [{ field: 'personal_email', message: '« paul@ » n’est pas une adresse.' }], text: 'Roux;Paul;paul@;' },
];

const KEPT = [{ id: 'c7', resource: 'contacts', name: 'Roux Paul', reason: 'Modifiée depuis l’import.' }];

const BIGGEST = 100 * 1024 * 1024;

/** What a run forgets of the one before. */
const FRESH = { rows: 0, created: 0, updated: 0, refused: 0, progress: 0, message: null, report: [] };

export function imports(call: Call): Response | undefined {
    const { world, method, path } = call;
    if (path[0] !== 'imports') return undefined;
    if (!path[1]) return method === 'POST' ? create(call) : list(world.imports);
    const found = world.imports.find(one => one.id === path[1]);
    return found ? (VERBS[path[2]] ?? show)(found, call) : problem(404, 'Introuvable');
}

type Verb = (record: Stored, call: Call) => Response;

const show: Verb = record => {
    advance(record);
    return json(200, record);
};

const VERBS: Record<string, Verb> = {
    preview: (_record, { world, query }) => {
        if (query.get('delimiter') === ',') return problem(422, 'La première ligne n’est pas une ligne d’en-têtes.');
        return json(200, lookAt(world.preview, query.get('charset'), query.get('delimiter')));
    },
    run: (record, { body }) => {
        Object.assign(record, FRESH, { state: 'running', asked: true, dry_run: body.dry_run === true, options: body });
        return json(202, record);
    },
    undo: record => {
        Object.assign(record, { undo_state: 'running', progress: 0 });
        return json(202, record);
    },
};

function create({ world, body }: Call): Response {
    if (Number(body.size) > BIGGEST) return problem(422, 'Saisie refusée', [{ field: 'size', message: 'Au plus 100 Mo.' }]);
    const record: Stored = {
        ...FRESH,
        ...body,
        id: `i${world.imports.length + 1}`,
        version: 1,
        archived: false,
        created_at: new Date().toISOString(),
        state: 'waiting',
        asked: false,
        dry_run: false,
        charset: null,
        delimiter: null,
        duplicates: 'update',
        undo_state: null,
        undone_at: null,
        removed: 0,
        restored: 0,
        kept: 0,
        kept_report: [],
    };
    world.imports.unshift(record);
    return json(201, { ...record, upload: { url: '/fake-s3/', fields: { key: record.id } } });
}

const list = (items: Stored[]): Response =>
    json(200, { items, next: null, previous: null, total: items.length, total_is_exact: true, partial: false });

function advance(record: Stored): void {
    if (record.state === 'running') runOn(record);
    else if (record.undo_state === 'running') undoOn(record);
}

function runOn(record: Stored): void {
    const progress = Math.min(1, Number(record.progress) + 0.5);
    const rows = Math.round(progress * 10_000);
    Object.assign(record, { progress, rows, created: Math.max(0, rows - 2), refused: Math.min(2, rows), report: REPORT });
    if (progress === 1) record.state = 'done';
}

function undoOn(record: Stored): void {
    const progress = Math.min(1, Number(record.progress) + 0.5);
    Object.assign(record, { progress, removed: Math.round(progress * (Number(record.created) - 1)), kept: 1, kept_report: KEPT });
    if (progress === 1) Object.assign(record, { undo_state: 'done', undone_at: new Date().toISOString() });
}
