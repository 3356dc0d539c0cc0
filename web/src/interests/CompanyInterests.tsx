/** What the people of a company are interested in, and how many of them; each leads to those people, and matching to candidates. */
import Box from '@mui/material/Box';
import { useGetList, useTranslate } from 'ra-core';
import { Section } from '../ui';
import { ChipLink } from './ChipLink';
import { pathToPeople } from './crossing';
import { inGroups, type Interest } from './interest';
import { Leads } from './Leads';
import type { Person } from './person';
import { leadsOf } from './roles';
import { useInterests } from './useInterests';
import { useRoles } from './useRoles';

type Counted = Interest & { count: number };

const ALL = { page: 1, perPage: 200 };

const BY_NAME = { field: 'last_name', order: 'ASC' } as const;

export const CompanyInterests = ({ companyId }: { companyId: string }) => {
    const translate = useTranslate();
    const { data = [] } = useGetList<Counted>(`companies/${companyId}/interests`, { pagination: ALL });
    if (data.length === 0) return null;
    return (
        <Section title={translate('crm.interests.of_company')}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                {inGroups(data).map(({ id, name, count }) => (
                    <ChipLink
                        key={id}
                        to={pathToPeople({ company_id: companyId, interests_all: [id] })}
                        label={`${name} · ${count}`}
                        description={translate('crm.interests.of_company_count', { name, smart_count: count })}
                    />
                ))}
            </Box>
            <CandidatesWanted companyId={companyId} present={data.map(({ id }) => id)} />
        </Section>
    );
};

type Wanted = { companyId: string; /** Those of the people it has today. */ present: string[] };

/** The profiles that somebody of this company ticked together with "looking". */
const CandidatesWanted = ({ companyId, present }: Wanted) => {
    const { interests } = useInterests();
    const { roles } = useRoles();
    const looking = roles.looking?.id ?? '';
    const filter = { company_id: companyId, interests_all: [looking] };
    const { data = [] } = useGetList<Person>('contacts', { filter, sort: BY_NAME, pagination: ALL }, { enabled: present.includes(looking) });
    const ticked = data.flatMap(person => person.interests ?? []).filter(id => present.includes(id));
    return <Leads leads={leadsOf(ticked, roles, interests).filter(({ role }) => role === 'looking')} />;
};
