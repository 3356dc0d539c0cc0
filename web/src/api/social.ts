/** What the networks of a person or a company show, and profiles to watch. */
import type { Identifier } from 'ra-core';
import { request } from './client';
import { writes } from './writes';

export type SocialPost = { at: string | null; text: string; url: string | null };

export type NetworkActivity = {
    network: string;
    profile: string | null;
    /** Whether the network lets itself be read at all. */
    live: boolean;
    url: string | null;
    search_url: string | null;
    items: SocialPost[];
    about: string | null;
    error: string | null;
};

const path = (resource: string, id: Identifier): string => `/${resource}/${encodeURIComponent(id)}`;

export const social = {
    activity: async (resource: string, id: Identifier): Promise<NetworkActivity[]> =>
        (await request<{ networks: NetworkActivity[] }>(`${path(resource, id)}/social-activity`)).networks,
    watch: (resource: string, id: Identifier, network: string, profile: string): Promise<unknown> =>
        writes.noticed(request(`${path(resource, id)}/watch`, { method: 'POST', body: { network, profile } })),
};
