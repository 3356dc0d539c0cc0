/** The people found, each with the company and the time that were shared. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useInfiniteGetList, useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { CompanyLink } from '../companies';
import { useFormat } from '../i18n';
import { pathTo } from '../layout';
import { Initials } from '../ui';
import { byPerson, type ExColleague, type Shared, sharedPeriod } from './exColleague';

/** They come page by page; several lines of a page may be about one person. */
const PAGE = { page: 1, perPage: 50 };

export const ExColleagueLines = ({ contactId }: { contactId: string }) => {
    const translate = useTranslate();
    const { data, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteGetList<ExColleague>(`contacts/${contactId}/ex-colleagues`, { pagination: PAGE });
    if (error) return <Alert severity="error">{translate(error.message)}</Alert>;
    if (isPending) return <Skeleton variant="rounded" height={60} />;
    const people = byPerson(data.pages.flatMap(page => page.data));
    return (
        <div aria-live="polite">
            {people.length === 0 && !hasNextPage ? <Typography sx={{ color: 'text.secondary' }}>{translate('crm.colleagues.none')}</Typography> : null}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.75 }}>
                {people.map(person => (
                    <Line key={person.contact_id + person.company_id} person={person} />
                ))}
            </Box>
            {hasNextPage ? (
                <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()} sx={{ mt: 1 }}>
                    {translate('crm.colleagues.more')}
                </Button>
            ) : null}
        </div>
    );
};

const Line = ({ person }: { person: Shared }) => {
    const translate = useTranslate();
    const format = useFormat();
    const periods = person.periods.map(period => sharedPeriod(period, { date: format.date, translate })).join(', ');
    return (
        <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
            <Initials name={person.contact} />
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <Link component={RouterLink} to={pathTo('contacts', person.contact_id)} sx={{ fontWeight: 600 }}>
                    {person.contact}
                </Link>
                {person.periods.some(({ present }) => present) ? <Chip size="small" label={translate('crm.colleagues.still')} sx={{ ml: 1 }} /> : null}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {translate('crm.colleagues.at')} <CompanyLink id={person.company_id} name={person.company} />, {periods}
                </Typography>
            </Box>
        </Box>
    );
};
