/** A candidate, or a company with the person who looks for one; the whole line is told apart by who is called. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useCallScheme } from '../accounts';
import { pathTo } from '../layout';
import { EmailLink, Initials, PhoneLink } from '../ui';
import type { Person } from './person';

type Props = { side: 'candidates' | 'companies'; person: Person };

export const MatchingLine = ({ side, person }: Props) => {
    const translate = useTranslate();
    const scheme = useCallScheme();
    const company = person.company ?? translate('crm.matching.no_company_name');
    return (
        <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
            <Initials name={side === 'companies' ? company : person.name} square={side === 'companies'} />
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                {side === 'companies' ? <Typography sx={{ fontWeight: 600 }}>{company}</Typography> : null}
                <Link component={RouterLink} to={pathTo('contacts', person.id)} sx={{ fontWeight: side === 'candidates' ? 600 : undefined }}>
                    {person.name}
                </Link>
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary', display: 'block' }}>
                    {[person.title, side === 'candidates' ? person.company : null, person.city].filter(Boolean).join(' · ')}
                </Typography>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
                    <PhoneLink number={person.phone} scheme={scheme} />
                    <EmailLink address={person.email} />
                </Box>
            </Box>
        </Box>
    );
};
