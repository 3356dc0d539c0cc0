/** One field for each social network. */
import { TextInput } from 'ra-ui-materialui';
import { Fields } from '../layout';
import { NETWORKS } from './company';

export const SocialInputs = () => (
    <Fields>
        {NETWORKS.map(network => (
            <TextInput key={network} source={`social.${network}`} autoComplete="off" />
        ))}
    </Fields>
);
