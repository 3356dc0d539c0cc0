/** Pure rules about networks. */
import type { NetworkActivity } from '../api';

/** A company's own site is one of its networks, and has its name elsewhere. */
export const nameOf = ({ network }: Pick<NetworkActivity, 'network'>, translate: (key: string) => string): string =>
    translate(network === 'site' ? 'resources.companies.fields.website' : `resources.companies.fields.social.${network}`);
