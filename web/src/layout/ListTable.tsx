/** The table of a list: rows of one line that are links and can be selected. */
import { DataTable, type DataTableProps } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
import { oneLineRows, rowOfLinks } from '../ui';
import { SELECT_CELL, SelectColumn } from './SelectColumn';

type Props = Omit<DataTableProps, 'children'> & {
    /** Widths of columns in percent, by their place from 1; what they leave is shared by the others. */
    widths: Record<number, number>;
    children: ReactNode;
};

/** What is done with the selected rows stands in the SelectionBar. */
export const ListTable = ({ widths, children, ...props }: Props) => (
    <DataTable
        rowClick={false}
        bulkActionButtons={false}
        empty={false}
        rowSx={() => rowOfLinks}
        sx={{ ...oneLineRows(behindTheBoxes(widths)), ...boxes }}
        {...props}
    >
        <SelectColumn />
        {children}
    </DataTable>
);

const behindTheBoxes = (widths: Record<number, number>): Record<number, number> =>
    Object.fromEntries(Object.entries(widths).map(([place, width]) => [Number(place) + 1, width]));

const boxes = {
    // In percent like the others: a width in pixels would take what hidden columns leave.
    [`& th.${SELECT_CELL}`]: { width: '4.5%' },
    [`& .${SELECT_CELL}`]: { padding: '0 4px', textOverflow: 'clip', displayPrint: 'none' },
    // Above the link that makes the row one.
    [`& td.${SELECT_CELL} .MuiCheckbox-root`]: { position: 'relative', zIndex: 1, padding: '5px' },
} as const;
