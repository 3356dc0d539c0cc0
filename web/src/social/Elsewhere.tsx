/** The networks where nobody is known yet: searches that are already filled in, and a profile to watch. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import type { NetworkActivity } from '../api';
import { useMayWrite } from '../layout';
import { nameOf } from './network';
import type { Owner } from './useActivity';
import { WatchDialog } from './WatchDialog';

type Props = { owner: Owner; networks: NetworkActivity[]; isEmpty: boolean };

export const Elsewhere = ({ owner, networks, isEmpty }: Props) => {
    const translate = useTranslate();
    const searches = networks.filter(({ search_url }) => search_url);
    if (networks.length === 0) return null;
    return (
        <Box sx={{ displayPrint: 'none' }}>
            <Typography sx={{ color: 'text.secondary', fontSize: '0.85rem', mb: 1 }}>
                {translate(isEmpty ? 'crm.social.empty' : 'crm.social.search')}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
                {searches.map(network => (
                    <Chip
                        key={network.network}
                        size="small"
                        variant="outlined"
                        clickable
                        component="a"
                        href={network.search_url ?? ''}
                        target="_blank"
                        rel="noopener noreferrer"
                        label={nameOf(network, translate)}
                        aria-label={translate('crm.social.search_on', { network: nameOf(network, translate) })}
                    />
                ))}
            </Box>
            <WatchButton owner={owner} networks={networks} />
        </Box>
    );
};

const WatchButton = ({ owner, networks }: Pick<Props, 'owner' | 'networks'>) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    const [open, setOpen] = useState(false);
    if (!mayWrite || owner.archived) return null;
    return (
        <>
            <Button size="small" sx={{ mt: 1, ml: -0.5 }} onClick={() => setOpen(true)}>
                {translate('crm.social.watch')}
            </Button>
            {open ? <WatchDialog owner={owner} networks={networks} onClose={() => setOpen(false)} /> : null}
        </>
    );
};
