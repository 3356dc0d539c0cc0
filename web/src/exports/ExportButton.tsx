/** Lets records out: a whole list as it is filtered and sorted, or what was selected. */
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { SelectionButton, useMayWrite } from '../layout';
import type { Source } from './export';
import { ExportDialog } from './ExportDialog';

/** The server lets nobody export who only reads. */
export const ExportButton = (source: Source) => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    if (!useMayWrite()) return null;
    return (
        <>
            <SelectionButton label={translate('crm.export.action')} Icon={FileDownloadOutlined} onClick={() => setOpen(true)} />
            {open ? <ExportDialog source={source} onClose={() => setOpen(false)} /> : null}
        </>
    );
};

type Of = Pick<Source, 'resource'>;

/** All of the list it stands on. */
export const ExportList = ({ resource }: Of) => {
    const { filterValues, filter } = useListContext();
    return <ExportButton resource={resource} filters={{ ...filterValues, ...filter }} {...useOrder()} />;
};

/** The rows that are selected there. */
export const ExportMany = ({ resource }: Of) => {
    const { selectedIds } = useListContext();
    return <ExportButton resource={resource} filters={{ ids: selectedIds }} {...useOrder()} />;
};

function useOrder(): Required<Pick<Source, 'sort' | 'order'>> {
    const { sort } = useListContext();
    return { sort: sort.field, order: sort.order === 'DESC' ? 'desc' : 'asc' };
}
