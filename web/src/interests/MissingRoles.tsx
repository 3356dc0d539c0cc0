/** Says which of the two interests that matching stands on are missing, and how to get them. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import { useIsAdmin } from '../layout';
import { missingRoles, type Roles } from './roles';
import { StartExample } from './StartExample';

export const MissingRoles = ({ roles }: { roles: Roles }) => {
    const translate = useTranslate();
    const isAdmin = useIsAdmin();
    const missing = missingRoles(roles);
    const words = missing.length > 1 ? translate('crm.matching.missing') : translate('crm.matching.missing_one', { name: translate(`crm.matching.${missing[0]}_default`) });
    return (
        <Alert severity="info" sx={{ mb: 2 }}>
            {words} {isAdmin ? translate('crm.interests.example_hint') : translate('crm.interests.none_yet_ask')}
            {isAdmin ? (
                <Box sx={{ mt: 1 }}>
                    <StartExample />
                </Box>
            ) : null}
        </Alert>
    );
};
