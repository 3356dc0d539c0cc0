/** Answers of the fake API, good and bad. */
import type { Fields } from './builders.ts';

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const problem = (status: number, title: string, errors?: { field: string; message: string }[], more: Fields = {}): Response =>
    json(status, { type: 'about:blank', title, status, detail: title, errors, ...more }, { 'Content-Type': 'application/problem+json' });

/** Thrown to end a request early. */
export class Refusal extends Error {
    readonly response: Response;

    constructor(response: Response) {
        super('refused');
        this.response = response;
    }
}
