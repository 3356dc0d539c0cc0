/** The "+": one click away from a new record, wherever one is. */
import Add from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router-dom';
import { CREATIONS } from './places';
import { useMayWrite } from './rights';

type Props = { trigger?: (open: (event: { currentTarget: HTMLElement }) => void) => ReactElement };

export const NewMenu = ({ trigger = open => <NewButton open={open} /> }: Props) => {
    const [anchor, setAnchor] = useState<HTMLElement | null>(null);
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    const close = () => setAnchor(null);
    if (!mayWrite) return null;
    return (
        <>
            {trigger(event => setAnchor(event.currentTarget))}
            <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
                {CREATIONS.map(({ to, label, Icon }) => (
                    <MenuItem key={to} component={Link} to={to} onClick={close}>
                        <ListItemIcon>
                            <Icon fontSize="small" />
                        </ListItemIcon>
                        {translate(label)}
                    </MenuItem>
                ))}
            </Menu>
        </>
    );
};

const NewButton = ({ open }: { open: (event: { currentTarget: HTMLElement }) => void }) => {
    const translate = useTranslate();
    return (
        <Button variant="contained" startIcon={<Add />} onClick={open} aria-haspopup="menu">
            {translate('crm.action.new')}
        </Button>
    );
};
