/** A column of plain text whose cells lead to the record of their row. */
import { type RaRecord, useRecordContext, useResourceContext } from 'ra-core';
import type { DataTableColumnProps } from 'ra-ui-materialui';
import { CellLink } from '../ui';
import { pathTo } from './paths';
import { SortedColumn } from './SortedColumn';

type Props<T extends RaRecord> = Omit<DataTableColumnProps<T>, 'render' | 'children'> & { source: string & keyof T };

export const TextColumn = <T extends RaRecord>(props: Props<T>) => (
    <SortedColumn<T> {...(props as DataTableColumnProps<T>)}>
        <Cell field={props.source} />
    </SortedColumn>
);

const Cell = ({ field }: { field: string }) => {
    const resource = useResourceContext() ?? '';
    const record = useRecordContext<RaRecord>();
    return record ? <CellLink to={pathTo(resource, record.id)}>{record[field]}</CellLink> : null;
};
