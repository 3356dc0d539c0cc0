/** The boxes before the rows of a table. react-admin's own have no name that is read aloud. */
import Checkbox from '@mui/material/Checkbox';
import { type RaRecord, useDataTableCallbacksContext, useDataTableSelectedIdsContext, useRecordContext, useTranslate } from 'ra-core';
import { DataTable, SelectPageCheckbox } from 'ra-ui-materialui';
import type { MouseEvent } from 'react';

/** Told by its class to whoever lays out or prints the table. */
export const SELECT_CELL = 'select-cell';

export const SelectColumn = () => (
    <DataTable.Col label={<SelectPageCheckbox />} disableSort cellClassName={SELECT_CELL} headerClassName={SELECT_CELL}>
        <RowBox />
    </DataTable.Col>
);

/** With Shift it takes all rows since the last one that was clicked. */
const RowBox = () => {
    const translate = useTranslate();
    const record = useRecordContext<RaRecord & { name: string }>();
    const { handleToggleItem } = useDataTableCallbacksContext();
    const selectedIds = useDataTableSelectedIdsContext();
    if (!record || !handleToggleItem) return null;
    const toggle = (event: MouseEvent) => handleToggleItem(record.id, event as MouseEvent<HTMLInputElement>);
    return (
        <Checkbox
            className="select-item"
            checked={selectedIds?.includes(record.id) ?? false}
            onClick={toggle}
            slotProps={{ input: { 'aria-label': translate('crm.selection.row', { name: record.name }) } }}
        />
    );
};
