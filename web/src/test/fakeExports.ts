/** Exports of the fake API: each look at one moves it a step further. */
import type { Stored } from './builders.ts';
import type { Call } from './fakeApi.ts';
import { json, problem } from './fakeProblems.ts';

const ROWS = 430;

export function exports(call: Call): Response | undefined {
    const { world, method, path } = call;
    if (path[0] !== 'exports') return undefined;
    if (method === 'POST') return create(call);
    const found = world.exports.find(one => one.id === path[1]);
    if (!found) return problem(404, 'Introuvable');
    advance(found);
    return json(200, found);
}

function create({ world, body }: Call): Response {
    const id = `e${world.exports.length + 1}`;
    const record: Stored = { ...body, id, version: 1, archived: false, state: 'waiting', progress: 0, rows: 0, url: null, message: null };
    world.exports.push(record);
    return json(201, record);
}

function advance(record: Stored): void {
    if (record.state === 'failed') return;
    const progress = Math.min(1, Number(record.progress) + 0.5);
    Object.assign(record, { state: 'running', progress, rows: Math.round(progress * ROWS) });
    if (progress === 1) Object.assign(record, { state: 'done', url: '/fake-s3/contacts.csv' });
}
