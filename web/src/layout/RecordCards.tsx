/** A list on a phone: one card of two lines for each record, a link or, while selecting, a box. react-admin's own cards are no real links. */
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { type RaRecord, useListContext, useResourceContext } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { pathTo } from './paths';
import { useSelecting } from './selection';

type Props<T extends RaRecord> = {
    primary: (record: T) => string;
    secondary: (record: T) => string;
    /** Stands at the right and can be pressed for itself. */
    action?: (record: T) => ReactNode;
};

export const RecordCards = <T extends RaRecord>({ primary, secondary, action }: Props<T>) => {
    const resource = useResourceContext() ?? '';
    const { data = [], selectedIds, onToggleItem } = useListContext<T>();
    const selecting = useSelecting().selecting || selectedIds.length > 0;
    return (
        <List disablePadding>
            {data.map(record => (
                <ListItem key={record.id} disablePadding divider secondaryAction={selecting ? undefined : action?.(record)}>
                    {selecting ? (
                        <Box component="label" sx={asAButton}>
                            <Checkbox edge="start" checked={selectedIds.includes(record.id)} onChange={() => onToggleItem(record.id)} />
                            <Lines primary={primary(record)} secondary={secondary(record)} />
                        </Box>
                    ) : (
                        <ListItemButton component={Link} to={pathTo(resource, record.id)}>
                            <Lines primary={primary(record)} secondary={secondary(record)} />
                        </ListItemButton>
                    )}
                </ListItem>
            ))}
        </List>
    );
};

const Lines = ({ primary, secondary }: { primary: string; secondary: string }) => (
    <ListItemText primary={primary} secondary={secondary || '\u00a0'} slotProps={oneLine} />
);

/** The box alone is reached by the keyboard; a finger may touch the whole card. */
const asAButton = { display: 'flex', alignItems: 'center', flexGrow: 1, minWidth: 0, px: 2, py: 1, cursor: 'pointer' } as const;

const oneLine = { primary: { noWrap: true, sx: { fontWeight: 600 } }, secondary: { noWrap: true } } as const;
