/** What a list of contacts tells of a person. */
import type { RaRecord } from 'ra-core';

export type Person = RaRecord & {
    id: string;
    name: string;
    company?: string | null;
    title?: string | null;
    city?: string | null;
    email?: string | null;
    phone?: string | null;
    interests?: string[] | null;
};
