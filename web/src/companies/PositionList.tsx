/** Positions, seen from the person or from the company; each leads to its other end. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useGetManyReference, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useCallScheme } from '../accounts';
import { useFormat } from '../i18n';
import { pathTo } from '../layout';
import { EmailLink, Initials, PhoneLink } from '../ui';
import { type End, otherEnd, periodOf, type Position } from './position';

type Props = { of: End; id: string; empty: string };

/** More than this many are shown when asked for. */
const FEW = 8;

export const PositionList = ({ of, id, empty }: Props) => {
    const { data = [], isPending } = useGetManyReference<Position>('positions', { target: `${of}_id`, id, pagination: { page: 1, perPage: 200 } });
    const translate = useTranslate();
    const [whole, setWhole] = useState(false);
    const shown = whole ? data : data.slice(0, FEW);
    if (isPending) return null;
    if (data.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{empty}</Typography>;
    return (
        <>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.75 }}>
                {shown.map(position => (
                    <PositionLine key={position.id} position={position} from={of} />
                ))}
            </Box>
            {data.length > shown.length ? (
                <Button onClick={() => setWhole(true)} sx={{ mt: 1 }}>
                    {translate('crm.record.show_all', { count: data.length })}
                </Button>
            ) : null}
        </>
    );
};

const PositionLine = ({ position, from }: { position: Position; from: End }) => {
    const translate = useTranslate();
    const format = useFormat();
    const { resource, id, name } = otherEnd(position, from);
    const detail = [position.title, periodOf(position, format.date, translate)].filter(Boolean).join(', ');
    return (
        <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
            <Initials name={name} square={from === 'contact'} />
            <Box sx={{ minWidth: 0 }}>
                <Link component={RouterLink} to={pathTo(resource, id)} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                    {name}
                </Link>
                {position.is_main && from === 'contact' ? <Chip size="small" label={translate('crm.record.main')} sx={{ ml: 1 }} /> : null}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {detail}
                </Typography>
                <WorkReach position={position} />
            </Box>
        </Box>
    );
};

const WorkReach = ({ position }: { position: Position }) => {
    const scheme = useCallScheme();
    return (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, overflowWrap: 'anywhere' }}>
            <PhoneLink number={position.work_mobile} scheme={scheme} />
            <PhoneLink number={position.work_phone} scheme={scheme} />
            <EmailLink address={position.work_email} />
        </Box>
    );
};
