/** Opens the code of the record on the page. */
import QrCode2Outlined from '@mui/icons-material/QrCode2Outlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import type { Resource } from './code';
import { QrDialog } from './QrDialog';

type Props = { resource: Resource; id: string; name: string };

export const QrButton = (record: Props) => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button color="inherit" size="small" startIcon={<QrCode2Outlined />} onClick={() => setOpen(true)}>
                {translate('crm.qr.button')}
            </Button>
            {open ? <QrDialog {...record} onClose={() => setOpen(false)} /> : null}
        </>
    );
};
