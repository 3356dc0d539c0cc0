/** Where matching leads from a record: one link a profile. */
import SyncAlt from '@mui/icons-material/SyncAlt';
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import { ChipLink } from './ChipLink';
import { pathToMatching } from './crossing';
import type { Lead, Role } from './roles';

const SEEN: Record<Role, string> = { free: 'crm.matching.companies_for', looking: 'crm.matching.candidates_for' };

export const Leads = ({ leads }: { leads: Lead[] }) => {
    const translate = useTranslate();
    if (leads.length === 0) return null;
    return (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5, displayPrint: 'none' }}>
            {leads.map(({ role, profile }) => (
                <ChipLink
                    key={role + profile.id}
                    to={pathToMatching(profile.id)}
                    label={translate(SEEN[role], { profile: profile.name })}
                    color="primary"
                    variant="outlined"
                    icon={<SyncAlt fontSize="small" />}
                />
            ))}
        </Box>
    );
};
