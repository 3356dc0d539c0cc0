/** On a phone: where the thumb is. */
import AddCircle from '@mui/icons-material/AddCircle';
import MenuIcon from '@mui/icons-material/Menu';
import BottomNavigation from '@mui/material/BottomNavigation';
import BottomNavigationAction from '@mui/material/BottomNavigationAction';
import Drawer from '@mui/material/Drawer';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { NewMenu } from './NewMenu';
import { RECORDS } from './places';
import { useTools } from './rights';

const NEAR = RECORDS.filter(({ deep }) => !deep);

export const BottomBar = () => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    const { pathname } = useLocation();
    const here = NEAR.find(({ to }) => pathname.startsWith(to))?.to ?? false;
    return (
        <Paper
            component="nav"
            aria-label={translate('crm.menu.quick')}
            elevation={8}
            square
            sx={{ display: { sm: 'none' }, position: 'fixed', bottom: 0, left: 0, right: 0, zIndex: 'appBar', displayPrint: 'none' }}
        >
            <BottomNavigation showLabels value={here} sx={{ height: 64, pb: 'env(safe-area-inset-bottom)' }}>
                {NEAR.map(({ to, label, Icon }) => (
                    <BottomNavigationAction key={to} value={to} label={translate(label, { smart_count: 2 })} icon={<Icon />} component={Link} {...{ to }} />
                ))}
                <NewMenu
                    trigger={openNew => (
                        <BottomNavigationAction label={translate('crm.action.new')} icon={<AddCircle color="primary" />} onClick={openNew} aria-haspopup="menu" />
                    )}
                />
                <BottomNavigationAction label={translate('crm.menu.title')} icon={<MenuIcon />} onClick={() => setOpen(true)} />
            </BottomNavigation>
            <MenuSheet open={open} onClose={() => setOpen(false)} />
        </Paper>
    );
};

const MenuSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
    const translate = useTranslate();
    const tools = useTools();
    return (
        <Drawer anchor="bottom" open={open} onClose={onClose}>
            <List component="nav" aria-label={translate('crm.menu.main')} onClick={onClose}>
                {[...RECORDS, ...tools].map(({ to, label, Icon }) => (
                    <ListItemButton key={to} component={Link} to={to}>
                        <ListItemIcon>
                            <Icon />
                        </ListItemIcon>
                        <ListItemText primary={translate(label, { smart_count: 2 })} />
                    </ListItemButton>
                ))}
            </List>
        </Drawer>
    );
};
