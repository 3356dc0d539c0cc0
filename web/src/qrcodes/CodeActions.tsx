/** What can be done with a code: keep it as a picture, or print it. */
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'ra-core';
import { fileName } from './code';
import { savePng } from './png';
import { PrintAlone, printWhenDrawn } from './PrintAlone';
import { PrintedCode } from './PrintedCode';

type Props = { src: string; name: string; disabled?: boolean };

export const CodeActions = ({ src, name, disabled }: Props) => {
    const translate = useTranslate();
    const notify = useNotify();
    const save = () => savePng(src, fileName(name)).catch(() => notify('crm.qr.failed', { type: 'error' }));
    return (
        <>
            <Button color="inherit" startIcon={<PrintOutlined />} disabled={disabled} onClick={() => void printWhenDrawn()}>
                {translate('crm.action.print')}
            </Button>
            <Button variant="contained" startIcon={<DownloadOutlined />} disabled={disabled} onClick={() => void save()}>
                {translate('crm.qr.save_png')}
            </Button>
            <PrintAlone>
                <PrintedCode src={src} name={name} />
            </PrintAlone>
        </>
    );
};
