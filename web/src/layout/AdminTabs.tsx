/** The pages of the administration, from one to the other. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { NavLink } from 'react-router-dom';

const PAGES = [
    { to: '/users', label: 'crm.users.title' },
    { to: '/interests/manage', label: 'crm.interests.title' },
];

export const AdminTabs = () => {
    const translate = useTranslate();
    return (
        <Box
            component="nav"
            aria-label={translate('crm.menu.administration')}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mb: 2, borderBottom: 1, borderColor: 'divider', displayPrint: 'none' }}
        >
            {PAGES.map(({ to, label }) => (
                <Button
                    key={to}
                    component={NavLink}
                    to={to}
                    end
                    color="inherit"
                    sx={{ borderRadius: 0, borderBottom: 2, borderColor: 'transparent', '&.active': { color: 'primary.main', borderColor: 'primary.main' } }}
                >
                    {translate(label)}
                </Button>
            ))}
        </Box>
    );
};
