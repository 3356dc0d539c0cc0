/** The lasting addresses of the pages (printed QR codes make them permanent). */
import type { Identifier } from 'ra-core';

export const pathTo = (resource: string, id: Identifier, tail?: 'edit'): string =>
    `/${resource}/${encodeURIComponent(id)}${tail ? `/${tail}` : ''}`;

export const pathToNew = (resource: string): string => `/${resource}/create`;

/** A whole record must never be mistaken in react-admin's cache for the short row a list shows of it. */
export const WHOLE = { whole: true };
