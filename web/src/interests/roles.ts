/** Matching needs two interests: one says that a candidate is to be placed, the other that a company hires. */
import { type Interest, isNamed } from './interest';

export const ROLES = ['free', 'looking'] as const;

export type Role = (typeof ROLES)[number];

/** What a user chose, by id. */
export type Choice = Partial<Record<Role, string>>;

export type Roles = Partial<Record<Role, Interest>>;

/** The FAQ's own words: who uses them has nothing to set up. */
const WORDS: Record<Role, string> = { free: 'Libre', looking: 'À la recherche' };

export function rolesOf(choice: Choice, all: Interest[]): Roles {
    const find = (role: Role) => all.find(({ id }) => id === choice[role]) ?? all.find(isNamed(WORDS[role]));
    return { free: find('free'), looking: find('looking') };
}

export const missingRoles = (roles: Roles): Role[] => ROLES.filter(role => !roles[role]);

/** Everything else may be a profile. */
export const profilesOf = (roles: Roles, all: Interest[]): Interest[] => all.filter(({ id }) => ROLES.every(role => roles[role]?.id !== id));

export type Lead = { role: Role; profile: Interest };

/** Where a person's boxes lead: a free candidate to the companies that look for their profile, and the other way round. */
export function leadsOf(ids: string[] | null | undefined, roles: Roles, all: Interest[]): Lead[] {
    const has = (interest: Interest | undefined) => Boolean(interest && ids?.includes(interest.id));
    const profiles = profilesOf(roles, all).filter(has);
    return ROLES.filter(role => has(roles[role])).flatMap(role => profiles.map(profile => ({ role, profile })));
}
