import { describe, expect, it } from 'vitest';
import { faultOf, LONGEST } from './profile';

describe('a profile', () => {
    it.each([
        ['linkedin', 'https://www.linkedin.com/in/marie-b%C5%93uf/'],
        ['linkedin', 'fr.linkedin.com/in/marie'],
        ['x', '@marie'],
        ['x', 'https://twitter.com/marie'],
        ['youtube', 'https://www.youtube.com/channel/UC123'],
        ['bluesky', '@marie.bsky.social'],
        ['bluesky', 'https://bsky.app/profile/marie.bsky.social'],
        ['bluesky', 'did:plc:abc123'],
        ['mastodon', '@marie@mastodon.social'],
        ['mastodon', 'https://piaille.fr/@marie'],
        ['viadeo', 'Marie Bœuf, Lyon'],
        ['site', 'exemple.fr'],
    ])('of %s may be %s', (network, profile) => expect(faultOf(network, profile)).toBeNull());

    it.each([
        ['linkedin', 'Marie Bœuf'],
        ['linkedin', 'https://www.facebook.com/marie'],
        ['linkedin', 'https://linkedin.com.exemple.fr/in/marie'],
        ['x', 'https://x.com/'],
        ['bluesky', '@marie'],
        ['mastodon', '@marie'],
        ['facebook', 'javascript:alert(1)'],
        ['viadeo', 'javascript:alert(1)'],
        ['site', 'pas une adresse'],
    ])('of %s is not %s', (network, profile) => expect(faultOf(network, profile)).toBe('wrong'));

    it('is no longer than the server keeps', () => {
        expect(faultOf('viadeo', 'x'.repeat(LONGEST))).toBeNull();
        expect(faultOf('viadeo', 'x'.repeat(LONGEST + 1))).toBe('long');
    });
});
