/** What a profile may look like on each network, before it is sent: the server takes more than it can ever lead to. */
export const LONGEST = 250;

/** The hosts of each network's pages; Mastodon and sites live anywhere. */
const HOSTS: Record<string, string[]> = {
    linkedin: ['linkedin.com', 'lnkd.in'],
    x: ['x.com', 'twitter.com'],
    facebook: ['facebook.com', 'fb.com', 'fb.me'],
    instagram: ['instagram.com', 'instagr.am'],
    youtube: ['youtube.com', 'youtu.be'],
    bluesky: ['bsky.app'],
};

const ADDRESS = /^(?:https?:\/\/)?((?:[\p{L}\d-]+\.)+[\p{L}\d-]{2,})(?::\d{1,5})?(\/\S*)?$/iu;

const HANDLE = /^@?[\p{L}\d_.%-]{1,100}$/u;

const HANDLES: Record<string, RegExp> = {
    linkedin: HANDLE,
    x: HANDLE,
    facebook: HANDLE,
    instagram: HANDLE,
    youtube: HANDLE,
    bluesky: /^(?:@?(?:[a-z\d-]{1,63}\.)+[a-z]{2,}|did:[a-z]+:[\w.:%-]+)$/i,
    mastodon: /^@?[\w.-]+@(?:[\w-]+\.)+[a-z]{2,}$/i,
};

export type Fault = 'long' | 'wrong';

/** What is wrong with a trimmed profile, if anything is. Of Viadeo, which closed, any words are kept. */
export function faultOf(network: string, profile: string): Fault | null {
    if (profile.length > LONGEST) return 'long';
    if (network === 'viadeo') return /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(profile) ? 'wrong' : null;
    return isAddress(network, profile) || HANDLES[network]?.test(profile) ? null : 'wrong';
}

function isAddress(network: string, profile: string): boolean {
    const [, host, path = ''] = ADDRESS.exec(profile) ?? [];
    if (!host) return false;
    if (network === 'site') return true;
    const isTheirs = HOSTS[network]?.some(own => host.toLowerCase() === own || host.toLowerCase().endsWith(`.${own}`)) ?? true;
    return isTheirs && path.length > 1;
}
