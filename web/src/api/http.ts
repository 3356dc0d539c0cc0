/** One HTTP exchange with our own server: JSON out, JSON or a problem back. Knows no session. */
import { HttpError } from 'ra-core';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Sending = {
    method?: Method;
    body?: unknown;
    headers?: Record<string, string>;
    signal?: AbortSignal;
    /** Lets the request outlive the page, for what is saved while it closes. */
    keepalive?: boolean;
};

export type FieldError = { field: string; message: string };

/** An error answer as RFC 9457 writes it; `current` comes with a 412. */
export type Problem = {
    title?: string;
    detail?: string;
    errors?: FieldError[];
    current?: Record<string, unknown>;
};

/** The tree react-admin's forms expect: `social.x` becomes `{social: {x: message}}`. */
export type FieldErrors = { [field: string]: string | FieldErrors };

/** Sends to `/api<path>` and returns the parsed body (`undefined` when there is none); throws an HttpError otherwise. */
export async function send<T>(path: string, sending: Sending = {}): Promise<T> {
    const response = await fetch(`/api${path}`, options(sending)).catch(refuseBrokenLine);
    const body = await bodyOf(response);
    if (!response.ok) throw errorOf(response, body);
    return body as T;
}

const options = ({ method = 'GET', body, headers, signal, keepalive }: Sending): RequestInit => ({
    method,
    signal,
    keepalive,
    credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
        Accept: 'application/json',
        'Accept-Language': document.documentElement.lang || 'fr',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
    },
});

/** Network failures have no text of the server's: their message is a key of i18n. */
function refuseBrokenLine(error: unknown): never {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new HttpError('crm.errors.network', 0);
}

async function bodyOf(response: Response): Promise<unknown> {
    const text = await response.text();
    if (!text || !response.headers.get('Content-Type')?.includes('json')) return undefined;
    return JSON.parse(text);
}

function errorOf(response: Response, body: unknown): HttpError {
    const problem = (body ?? {}) as Problem;
    const message = problem.detail || problem.title || 'crm.errors.server';
    return new HttpError(message, response.status, {
        ...problem,
        errors: problem.errors?.length ? fieldErrors(problem.errors) : undefined,
    });
}

export function fieldErrors(errors: FieldError[]): FieldErrors {
    const tree: FieldErrors = {};
    for (const { field, message } of errors) place(tree, field.split('.'), message);
    return tree;
}

function place(tree: FieldErrors, [head, ...rest]: string[], message: string): void {
    if (rest.length === 0) {
        tree[head] ??= message;
        return;
    }
    const branch = typeof tree[head] === 'object' ? tree[head] : {};
    tree[head] = branch;
    place(branch, rest, message);
}

export const statusOf = (error: unknown): number | undefined =>
    error instanceof HttpError ? error.status : undefined;

/** The first message of a 422, for what is asked without a form that could show it beside its field. */
export function firstMessage(error: unknown): string | undefined {
    const tree = error instanceof HttpError ? (error.body?.errors as FieldErrors | undefined) : undefined;
    return leaves(tree ?? {})[0];
}

const leaves = (tree: FieldErrors): string[] =>
    Object.values(tree).flatMap(branch => (typeof branch === 'string' ? [branch] : leaves(branch)));

/** Why something was refused, in one sentence (or a key of i18n): of a field if one is named, else of the whole. */
export const refusalText = (error: unknown): string =>
    firstMessage(error) ?? (error instanceof HttpError ? String(error.message) : 'crm.errors.server');

/** The flat message of one field of a 422 (top-level fields only), for forms that are not react-admin's. */
export function fieldMessage(error: unknown, field: string): string | undefined {
    const message = error instanceof HttpError ? (error.body?.errors as FieldErrors | undefined)?.[field] : undefined;
    return typeof message === 'string' ? message : undefined;
}
