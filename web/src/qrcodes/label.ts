/** What a label says beside its code. */
import type { RaRecord } from 'ra-core';

/** A row of the list of people or of companies. */
export type LabelRow = RaRecord<string> & { name: string; company?: string | null; site_label?: string | null; city?: string | null };

/** The name, then where to find whom it belongs to. */
export const linesOf = ({ name, company, site_label, city }: LabelRow): string[] =>
    [name, company ?? site_label, city].filter((line): line is string => Boolean(line));
