/** A list's sort, filter and jump as its address on the wire. */
import type { GetListParams } from 'ra-core';
import { fold } from '../ui';

type Values = Record<string, unknown>;

/**
 * Starts a list at the first row whose `sort` is at or after `at`; `back` counts the pages turned before it.
 * With `only`, the field of a row that shows what it is sorted by, the list ends with the last row that begins with `at`.
 */
export type Jump = { sort: string; at: string; back?: number; only?: string };

/** The jump in force: it falls away as soon as the list is sorted by something else. */
export function jumpOf({ filter, sort }: Pick<GetListParams, 'filter' | 'sort'>): Jump | undefined {
    const jump = filter?.jump as Jump | undefined;
    return jump && jump.sort === sort?.field ? jump : undefined;
}

export function whereOf(params: Pick<GetListParams, 'filter' | 'sort'>): Values {
    return {
        sort: params.sort?.field,
        order: params.sort?.order.toLowerCase(),
        ...params.filter,
        jump: undefined,
        from: jumpOf(params)?.at,
    };
}

/** The rows a jump lets through. */
export function within<T extends Values>(rows: T[], jump: Jump | undefined): T[] {
    const { only, at } = jump ?? {};
    return only && at ? rows.filter(row => fold(String(row[only] ?? '')).startsWith(fold(at))) : rows;
}

/** Writes what has a value, in a fixed order, so that equal lists have equal addresses. */
export function queryOf(values: Values): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(values).sort()) {
        if (hasValue(value)) query.set(name, textOf(value));
    }
    return query.toString();
}

/** An unticked box filters nothing. */
const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && value !== false;

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));
