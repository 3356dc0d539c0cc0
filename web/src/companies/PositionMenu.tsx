/** What can be done with one position. */
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import MoreVert from '@mui/icons-material/MoreVert';
import StarOutline from '@mui/icons-material/StarOutline';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import type { Position } from './position';
import { usePositionVerbs } from './usePositionVerbs';

type Props = { position: Position; /** What the line is about. */ name: string; onEdit: () => void };

export const PositionMenu = ({ position, name, onEdit }: Props) => {
    const translate = useTranslate();
    const { takeAway, makeMain } = usePositionVerbs();
    const [anchor, setAnchor] = useState<HTMLElement | null>(null);
    const close = () => setAnchor(null);
    const actions = [
        { label: 'crm.action.edit', Icon: EditOutlined, act: onEdit, offered: true },
        { label: 'crm.positions.make_main', Icon: StarOutline, act: () => void makeMain(position), offered: !position.is_main },
        { label: 'crm.positions.remove', Icon: DeleteOutlined, act: () => void takeAway(position), offered: true },
    ];
    return (
        <>
            <IconButton aria-label={translate('crm.positions.actions', { name })} aria-haspopup="menu" onClick={event => setAnchor(event.currentTarget)} sx={{ ml: 'auto', alignSelf: 'flex-start' }}>
                <MoreVert fontSize="small" />
            </IconButton>
            <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
                {actions.filter(({ offered }) => offered).map(({ label, Icon, act }) => (
                    <MenuItem key={label} onClick={() => [close(), act()]}>
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
