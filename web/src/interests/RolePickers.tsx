/** Which interests play the two parts of matching: the words of the FAQ, or one's own. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { InterestPicker } from './InterestPicker';
import { ROLES } from './roles';
import { useInterests } from './useInterests';
import { useRoles } from './useRoles';

export const RolePickers = () => {
    const translate = useTranslate();
    const { interests } = useInterests();
    const { roles, choose } = useRoles();
    if (interests.length === 0) return null;
    return (
        <Section title={translate('crm.matching.roles')}>
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2, maxWidth: 760 }}>
                {translate('crm.matching.roles_hint')}
            </Typography>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>
                {ROLES.map(role => (
                    <InterestPicker
                        key={role}
                        label={translate(`crm.matching.${role}`)}
                        options={interests}
                        value={roles[role] ?? null}
                        onChange={chosen => choose(role, chosen?.id)}
                    />
                ))}
            </Box>
        </Section>
    );
};
