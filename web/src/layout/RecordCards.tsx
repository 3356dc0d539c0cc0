/** A list on a phone: one card of two lines for each record, a link or, while selecting, a box. react-admin's own cards are no real links. */
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
                        <ListItemButton component="label" selected={selectedIds.includes(record.id)}>
                            <Checkbox edge="start" checked={selectedIds.includes(record.id)} onChange={() => onToggleItem(record.id)} />
                            <Lines primary={primary(record)} secondary={secondary(record)} />
                        </ListItemButton>
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

const oneLine = { primary: { noWrap: true, sx: { fontWeight: 600 } }, secondary: { noWrap: true } } as const;
