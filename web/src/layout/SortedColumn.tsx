/** A column of a table that also tells screen readers how the table is sorted. */
import { type RaRecord, useDataTableRenderContext, useDataTableSortContext } from 'ra-core';
import { DataTable, type DataTableColumnProps } from 'ra-ui-materialui';

const READ_ALOUD = { ASC: 'ascending', DESC: 'descending' } as const;

export const SortedColumn = <T extends RaRecord>(props: DataTableColumnProps<T>) => {
    const place = useDataTableRenderContext();
    const sort = useDataTableSortContext();
    const order = place === 'header' && sort?.field === props.source ? sort?.order : undefined;
    return <DataTable.Col {...props} {...(order ? { 'aria-sort': READ_ALOUD[order] } : {})} />;
};
