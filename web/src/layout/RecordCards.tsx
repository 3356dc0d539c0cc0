/** A list on a phone: one card of two lines for each record. react-admin's own cards are no real links. */
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { type RaRecord, useListContext, useResourceContext } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { pathTo } from './paths';

type Props<T extends RaRecord> = {
    primary: (record: T) => string;
    secondary: (record: T) => string;
    /** Stands at the right and can be pressed for itself. */
    action?: (record: T) => ReactNode;
};

export const RecordCards = <T extends RaRecord>({ primary, secondary, action }: Props<T>) => {
    const resource = useResourceContext() ?? '';
    const { data = [] } = useListContext<T>();
    return (
        <List disablePadding>
            {data.map(record => (
                <ListItem key={record.id} disablePadding divider secondaryAction={action?.(record)}>
                    <ListItemButton component={Link} to={pathTo(resource, record.id)}>
                        <ListItemText primary={primary(record)} secondary={secondary(record) || '\u00a0'} slotProps={oneLine} />
                    </ListItemButton>
                </ListItem>
            ))}
        </List>
    );
};

const oneLine = { primary: { noWrap: true, sx: { fontWeight: 600 } }, secondary: { noWrap: true } } as const;
