/** The bar above: whose house this is, the search, "+" and the account. */
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { useGetIdentity } from 'ra-core';
import { LoadingIndicator } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { NewMenu } from './NewMenu';

type Props = { accountMenu: ReactNode; searchDoor: ReactNode };

export const TopBar = ({ accountMenu, searchDoor }: Props) => (
    <AppBar
        position="sticky"
        elevation={0}
        color="inherit"
        sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', displayPrint: 'none' }}
    >
        <Toolbar variant="dense" sx={{ gap: 1, minHeight: 56, px: { xs: 1.5, sm: 2 } }} disableGutters>
            <House />
            {searchDoor}
            <LoadingIndicator />
            <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
                <NewMenu />
            </Box>
            {accountMenu}
        </Toolbar>
    </AppBar>
);

const House = () => {
    const { identity } = useGetIdentity();
    return (
        <Box
            component={Link}
            to="/"
            sx={{ display: 'flex', alignItems: 'center', gap: 1.25, mr: 'auto', minWidth: 0, color: 'inherit', textDecoration: 'none' }}
        >
            <img src="/icon.svg" alt="" width={28} height={28} />
            <Typography component="span" sx={{ fontWeight: 700, whiteSpace: 'nowrap' }}>
                Simple CRM
            </Typography>
            <Typography component="span" noWrap sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}>
                {identity?.tenant?.name}
            </Typography>
        </Box>
    );
};
