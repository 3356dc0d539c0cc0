/** How far an export is; its file begins to come by itself, and its link is for browsers that do not let it. */
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useFormat } from '../i18n';
import type { Export } from './export';
import { useDownload } from './useDownload';

type Props = { current?: Pick<Export, 'state' | 'progress' | 'rows' | 'url'> };

const NOT_YET = { state: 'waiting', progress: 0, rows: 0, url: null } as const;

export const ExportProgress = ({ current = NOT_YET }: Props) => {
    const translate = useTranslate();
    const format = useFormat();
    const { state, rows, url } = current;
    const phase = translate(state === 'done' ? 'crm.export.done' : 'crm.export.running');
    const part = state === 'done' ? 1 : current.progress;
    return (
        <>
            <Typography aria-live="polite" sx={{ mb: 1, fontWeight: 600 }}>
                {phase}
            </Typography>
            <LinearProgress variant="determinate" value={Math.round(part * 100)} aria-label={phase} sx={{ height: 8, borderRadius: 4 }} />
            <Typography sx={{ color: 'text.secondary', mt: 1 }}>{translate('crm.export.rows', { smart_count: rows, shown: format.number(rows) })}</Typography>
            {url ? <FileLink url={url} /> : <Typography sx={{ mt: 2 }}>{translate('crm.export.stay')}</Typography>}
        </>
    );
};

const FileLink = ({ url }: { url: string }) => {
    const translate = useTranslate();
    useDownload(url);
    return (
        <>
            <Typography sx={{ mt: 2 }}>{translate('crm.export.done_hint')}</Typography>
            <Button href={url} download startIcon={<FileDownloadOutlined />}>
                {translate('crm.export.download')}
            </Button>
        </>
    );
};
