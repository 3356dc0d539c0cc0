/** One line of the menu at the left; the page one is on is marked. */
import type { SvgIconComponent } from '@mui/icons-material';
import ButtonBase from '@mui/material/ButtonBase';
import { alpha, styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Link, useLocation } from 'react-router-dom';
import { isWithin, type Place } from './places';

const Line = styled(ButtonBase)(({ theme }) => ({
    display: 'flex',
    alignItems: 'center',
    flexDirection: 'column',
    gap: 4,
    padding: '8px 0',
    borderRadius: 8,
    width: '100%',
    textAlign: 'center',
    // Where the menu is narrow a long word breaks rather than leaving it.
    minWidth: 0,
    hyphens: 'auto',
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: '0.72rem',
    '&:hover': { backgroundColor: alpha(theme.palette.primary.main, 0.06) },
    '&.active': { color: theme.palette.primary.main, backgroundColor: alpha(theme.palette.primary.main, 0.11), fontWeight: 650 },
    [theme.breakpoints.up('lg')]: {
        flexDirection: 'row',
        justifyContent: 'flex-start',
        gap: 12,
        padding: '9px 12px',
        fontSize: '0.9rem',
        textAlign: 'left',
    },
})) as typeof ButtonBase;

export const MenuLink = ({ to, label, Icon }: Place) => {
    const translate = useTranslate();
    const { pathname } = useLocation();
    const isHere = isWithin(to, pathname);
    return (
        <Line component={Link} to={to} className={isHere ? 'active' : undefined} aria-current={isHere ? 'page' : undefined}>
            <Icon fontSize="small" />
            {translate(label, { smart_count: 2 })}
        </Line>
    );
};

type EntryProps = { label: string; Icon: SvgIconComponent; onClick: () => void };

export const MenuEntry = ({ label, Icon, onClick }: EntryProps) => (
    <Line onClick={onClick}>
        <Icon fontSize="small" />
        {label}
    </Line>
);
