/** Lets a list out: all of it as it is filtered and sorted, or what was selected. */
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button, { type ButtonProps } from '@mui/material/Button';
import { useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import type { Source } from './export';
import { ExportDialog } from './ExportDialog';

type Look = Pick<ButtonProps, 'size' | 'variant' | 'color' | 'sx'>;

export const ExportButton = ({ resource, filters, sort, order, ...look }: Source & Look) => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button color="inherit" startIcon={<FileDownloadOutlined />} onClick={() => setOpen(true)} {...look}>
                {translate('crm.export.action')}
            </Button>
            {open ? <ExportDialog source={{ resource, filters, sort, order }} onClose={() => setOpen(false)} /> : null}
        </>
    );
};

/** For the list it stands on. */
export const ExportList = ({ resource, ...look }: Pick<Source, 'resource'> & Look) => {
    const { filterValues, sort } = useListContext();
    return <ExportButton resource={resource} filters={filterValues} sort={sort.field} order={sort.order === 'DESC' ? 'desc' : 'asc'} {...look} />;
};
