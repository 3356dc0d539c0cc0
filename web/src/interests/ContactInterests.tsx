/** What a person is interested in, each a link to all who share it; and where matching leads from here. */
import SyncAlt from '@mui/icons-material/SyncAlt';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { ChipLink } from './ChipLink';
import { pathToMatching, pathToPeople } from './crossing';
import { interestsOf } from './interest';
import { leadsOf, type Role } from './roles';
import { useInterests } from './useInterests';
import { useRoles } from './useRoles';

const SEEN: Record<Role, string> = { free: 'crm.matching.companies_for', looking: 'crm.matching.candidates_for' };

export const ContactInterests = ({ ids }: { ids: string[] | null }) => {
    const translate = useTranslate();
    const { interests, isPending } = useInterests();
    const { roles } = useRoles();
    const mine = interestsOf(ids, interests);
    return (
        <Section title={translate('crm.interests.title')}>
            {mine.length || isPending ? null : <Typography sx={{ color: 'text.secondary' }}>{translate('crm.interests.of_contact_none')}</Typography>}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                {mine.map(({ id, name }) => (
                    <ChipLink key={id} to={pathToPeople({ interests_all: [id] })} label={name} />
                ))}
            </Box>
            <Leads leads={leadsOf(ids, roles, interests).map(({ role, profile }) => ({ id: profile.id, words: translate(SEEN[role], { profile: profile.name }) }))} />
        </Section>
    );
};

/** One link a profile. */
export const Leads = ({ leads }: { leads: { id: string; words: string }[] }) =>
    leads.length ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5, displayPrint: 'none' }}>
            {leads.map(({ id, words }) => (
                <ChipLink key={words} to={pathToMatching(id)} label={words} color="primary" variant="outlined" icon={<SyncAlt fontSize="small" />} />
            ))}
        </Box>
    ) : null;
