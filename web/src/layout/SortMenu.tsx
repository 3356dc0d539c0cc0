/** All the orders of a list in one menu, also those that have no column; the one in force is named. */
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useListContext, useTranslate } from 'ra-core';

type Props = { resource: string; sorts: string[] };

export const SortMenu = ({ resource, sorts }: Props) => {
    const translate = useTranslate();
    const { sort, setSort } = useListContext();
    const isUp = sort.order === 'ASC';
    return (
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
            <TextField
                select
                label={translate('crm.list.sort_by')}
                value={sorts.includes(sort.field) ? sort.field : sorts[0]}
                onChange={event => setSort({ field: event.target.value, order: sort.order })}
                sx={{ minWidth: 130 }}
            >
                {sorts.map(field => (
                    <MenuItem key={field} value={field}>
                        {translate(`resources.${resource}.fields.${field}`)}
                    </MenuItem>
                ))}
            </TextField>
            <IconButton
                aria-label={`${translate('crm.list.reverse')} (${translate(isUp ? 'crm.list.ascending' : 'crm.list.descending')})`}
                onClick={() => setSort({ field: sort.field, order: isUp ? 'DESC' : 'ASC' })}
            >
                {isUp ? <ArrowUpward fontSize="small" /> : <ArrowDownward fontSize="small" />}
            </IconButton>
        </Box>
    );
};
