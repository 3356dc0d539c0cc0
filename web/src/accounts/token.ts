/** Pure rules about personal tokens. */
import type { RaRecord } from 'ra-core';

export type Token = RaRecord & { id: string; name: string; created_at: string; expires_at: string | null; seen_at: string | null };

/** A token that was just made; the secret is shown this once. */
export type NewToken = Token & { token: string };

/** A day one picked, as the moment it ends where one is; nothing when none was picked. */
export const endOfDay = (day: string): string | null => (day ? new Date(`${day}T23:59:59`).toISOString() : null);
