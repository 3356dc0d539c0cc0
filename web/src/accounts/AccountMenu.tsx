/** The menu under one's own name. */
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import DevicesOutlined from '@mui/icons-material/DevicesOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import Logout from '@mui/icons-material/Logout';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Translate from '@mui/icons-material/Translate';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useGetIdentity, useLogout, useTranslate } from 'ra-core';
import { useTheme } from 'ra-ui-materialui';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Initials } from '../ui';
import { LOCALES, useLanguage } from './useLanguage';

const PLACES = [
    { to: '/profile', label: 'crm.menu.profile', Icon: PersonOutlined },
    { to: '/sessions', label: 'crm.menu.sessions', Icon: DevicesOutlined },
    { to: '/help', label: 'crm.menu.help', Icon: HelpOutlineOutlined },
];

export const AccountMenu = () => {
    const translate = useTranslate();
    const { identity } = useGetIdentity();
    const [anchor, setAnchor] = useState<HTMLElement | null>(null);
    const close = () => setAnchor(null);
    const name = identity?.fullName ?? '';
    return (
        <>
            <IconButton aria-label={translate('ra.auth.user_menu')} aria-haspopup="menu" onClick={event => setAnchor(event.currentTarget)}>
                <Initials name={name} />
            </IconButton>
            <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
                <Typography component="li" role="presentation" sx={{ px: 2, py: 1, fontWeight: 600 }}>
                    {name}
                </Typography>
                <Divider component="li" />
                {PLACES.map(({ to, label, Icon }) => (
                    <MenuItem key={to} component={Link} to={to} onClick={close}>
                        <ListItemIcon>
                            <Icon fontSize="small" />
                        </ListItemIcon>
                        {translate(label)}
                    </MenuItem>
                ))}
                <LanguageItem onDone={close} />
                <ThemeItem />
                <LeaveItem />
            </Menu>
        </>
    );
};

const LanguageItem = ({ onDone }: { onDone: () => void }) => {
    const translate = useTranslate();
    const [locale, choose] = useLanguage();
    const next = LOCALES.find(one => one !== locale) ?? 'fr';
    const change = () => {
        onDone();
        void choose(next);
    };
    return (
        <MenuItem onClick={change} lang={next}>
            <ListItemIcon>
                <Translate fontSize="small" />
            </ListItemIcon>
            {translate(`crm.locales.${next}`)}
        </MenuItem>
    );
};

const ThemeItem = () => {
    const translate = useTranslate();
    const [theme, setTheme] = useTheme();
    const isDark = theme === 'dark';
    return (
        <MenuItem onClick={() => setTheme(isDark ? 'light' : 'dark')}>
            <ListItemIcon>{isDark ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}</ListItemIcon>
            {translate('crm.menu.appearance')} : {translate(isDark ? 'crm.menu.light' : 'crm.menu.dark')}
        </MenuItem>
    );
};

const LeaveItem = () => {
    const translate = useTranslate();
    const logout = useLogout();
    return (
        <MenuItem onClick={() => void logout()}>
            <ListItemIcon>
                <Logout fontSize="small" />
            </ListItemIcon>
            {translate('crm.menu.sign_out')}
        </MenuItem>
    );
};
