/** One position on the page of one of its ends: where it leads, the function, since when, and how to reach the person there. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useCallScheme } from '../accounts';
import { useFormat } from '../i18n';
import { pathTo } from '../layout';
import { EmailLink, Initials, PhoneLink } from '../ui';
import { CompanyLink } from './CompanyLink';
import { type End, otherEnd, periodOf, type Position } from './position';

type Props = { position: Position; from: End; menu: ReactNode };

export const PositionLine = ({ position, from, menu }: Props) => {
    const translate = useTranslate();
    const format = useFormat();
    const { name } = otherEnd(position, from);
    const detail = [position.title, periodOf(position, format.date, translate)].filter(Boolean).join(', ');
    return (
        <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
            <Initials name={name} square={from === 'contact'} />
            <Box sx={{ minWidth: 0 }}>
                <OtherEnd position={position} from={from} />
                {position.is_main && from === 'contact' ? <Chip size="small" label={translate('crm.record.main')} sx={{ ml: 1 }} /> : null}
                <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                    {detail}
                </Typography>
                <WorkReach position={position} />
            </Box>
            {menu}
        </Box>
    );
};

const bold = { fontWeight: 600, overflowWrap: 'anywhere' } as const;

const OtherEnd = ({ position, from }: Pick<Props, 'position' | 'from'>) =>
    from === 'contact' ? (
        <CompanyLink id={position.company_id} name={position.company} sx={bold} />
    ) : (
        <Link component={RouterLink} to={pathTo('contacts', position.contact_id)} sx={bold}>
            {position.contact}
        </Link>
    );

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
