/** The networks of a record: what is said on the profiles that are known, and where to look for the others. */
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { Elsewhere } from './Elsewhere';
import { KnownNetwork } from './KnownNetwork';
import { type Owner, useActivity } from './useActivity';

export const SocialSection = (owner: Owner) => {
    const translate = useTranslate();
    const { known, unknown, waiting } = useActivity(owner);
    return (
        <Section title={translate('crm.record.social')}>
            <Box sx={{ display: 'grid', gap: 2 }}>
                {known.map(network => (
                    <KnownNetwork key={network.network} network={network} waiting={waiting} />
                ))}
                <Elsewhere owner={owner} networks={unknown} isEmpty={known.length === 0} />
            </Box>
        </Section>
    );
};
