/** What a person is interested in, each a link to all who share it; and where matching leads from here. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { ChipLink } from './ChipLink';
import { pathToPeople } from './crossing';
import { interestsOf } from './interest';
import { Leads } from './Leads';
import { leadsOf } from './roles';
import { useInterests } from './useInterests';
import { useRoles } from './useRoles';

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
            <Leads leads={leadsOf(ids, roles, interests)} />
        </Section>
    );
};
