/** One profile that is known: its link, how it presents itself, and its latest posts where the network is open. */
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import type { NetworkActivity } from '../api';
import { WebLink } from '../ui';
import { nameOf } from './network';
import { Posts } from './Posts';

type Props = { network: NetworkActivity; waiting: boolean };

export const KnownNetwork = ({ network, waiting }: Props) => {
    const translate = useTranslate();
    const { profile, url, about, error, items, live } = network;
    return (
        <Box component="article" aria-label={nameOf(network, translate)} sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Typography component="h3" variant="h3">
                {nameOf(network, translate)}
            </Typography>
            <WebLink address={url ?? profile} />
            {about ? <Quiet>{about}</Quiet> : null}
            {waiting ? <Skeleton /> : null}
            {error ? <Quiet>{error}</Quiet> : null}
            {live && !error && items.length === 0 ? <Quiet>{translate('crm.social.nothing_said')}</Quiet> : null}
            <Posts posts={items} />
        </Box>
    );
};

const Quiet = ({ children }: { children: string }) => <Typography sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>{children}</Typography>;
