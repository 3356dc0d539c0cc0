/** The networks of a record: what is said on the profiles that are known, and where to look for the others. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
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
                {!waiting && known.some(({ live, url }) => !live && url) ? <Closed /> : null}
                <Elsewhere owner={owner} networks={unknown} isEmpty={known.length === 0} />
            </Box>
        </Section>
    );
};

/** We do not pretend to see what these networks show to nobody but their members. */
const Closed = () => {
    const translate = useTranslate();
    return <Typography sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>{translate('crm.social.closed')}</Typography>;
};
