/** An order offered in the head of a column that has more than one. */
import TableSortLabel from '@mui/material/TableSortLabel';
import { useListContext, useResourceContext, useTranslate } from 'ra-core';

export const SortHead = ({ field }: { field: string }) => {
    const translate = useTranslate();
    const resource = useResourceContext() ?? '';
    const { sort, setSort } = useListContext();
    const isActive = sort.field === field;
    const isUp = sort.order === 'ASC';
    return (
        <TableSortLabel
            active={isActive}
            direction={isActive && !isUp ? 'desc' : 'asc'}
            onClick={() => setSort({ field, order: isActive && isUp ? 'DESC' : 'ASC' })}
        >
            {translate(`resources.${resource}.fields.${field}`)}
        </TableSortLabel>
    );
};
