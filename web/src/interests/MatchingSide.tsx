/** One side of matching: the people who have a profile and a part; the rest of a long side is a list. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type UseGetListHookValue, useGetList, useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n';
import { Section } from '../ui';
import { pathToPeople } from './crossing';
import type { Interest } from './interest';
import { MatchingLine } from './MatchingLine';
import type { Person } from './person';

type Side = 'candidates' | 'companies';

type Props = { side: Side; role: Interest; profile: Interest };

const FEW = { page: 1, perPage: 25 };

const NONE = { candidates: 'crm.matching.no_candidate', companies: 'crm.matching.no_company' };

const SORTS = { candidates: { field: 'last_name', order: 'ASC' }, companies: { field: 'company', order: 'ASC' } } as const;

export const MatchingSide = ({ side, role, profile }: Props) => {
    const translate = useTranslate();
    const filter = { interests_all: [role.id, profile.id] };
    const found = useGetList<Person>('contacts', { filter, sort: SORTS[side], pagination: FEW });
    return (
        <Section title={translate(`crm.matching.${side}`)} action={<Total side={side} found={found} />}>
            <Lines side={side} found={found} />
            {found.data?.length ? (
                <Button component={Link} to={pathToPeople(filter)} size="small" sx={{ mt: 1.5, displayPrint: 'none' }}>
                    {translate(`crm.matching.all_${side}`)}
                </Button>
            ) : null}
        </Section>
    );
};

type Found = { found: UseGetListHookValue<Person> };

const Lines = ({ side, found: { data = [], error, isPending } }: Found & { side: Side }) => {
    const translate = useTranslate();
    if (error) return <Alert severity="error">{translate(error.message)}</Alert>;
    if (!isPending && data.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{translate(NONE[side])}</Typography>;
    return (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.75 }}>
            {data.map(person => (
                <MatchingLine key={person.id} side={side} person={person} />
            ))}
        </Box>
    );
};

/** A company may have two people who look: it is people who are counted. */
const Total = ({ side, found: { total, meta } }: Found & { side: Side }) => {
    const translate = useTranslate();
    const format = useFormat();
    const known = total ?? (meta?.total as number | null | undefined);
    if (known === undefined || known === null) return null;
    const number = format.number(known);
    const shown = meta?.exact === false ? translate('crm.list.more', { total: number }) : number;
    return (
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {translate(`crm.matching.count_${side}`, { smart_count: known, shown })}
        </Typography>
    );
};
