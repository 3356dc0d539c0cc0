/** The records that the undoing of an import left alone, each with its reason; all of them can be downloaded. */
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { pathTo } from '../layout';
import { type Import, keptAddress } from './import';

export const KeptRecords = ({ current: { id, kept, kept_report } }: { current: Import }) => {
    const translate = useTranslate();
    return (
        <Box sx={{ mt: 2.5 }}>
            <Typography variant="h3">{translate('crm.import.kept_title')}</Typography>
            <Typography sx={{ color: 'text.secondary' }}>{translate('crm.import.kept_hint')}</Typography>
            {kept_report.length < kept ? <Typography>{translate('crm.import.kept_first', { count: kept_report.length })}</Typography> : null}
            <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
                {kept_report.map(one => (
                    <li key={`${one.resource}/${one.id}`}>
                        <Link component={RouterLink} to={pathTo(one.resource, one.id)}>
                            {one.name}
                        </Link>
                        {' · '}
                        {one.reason}
                    </li>
                ))}
            </Box>
            <Button href={keptAddress(id)} download startIcon={<FileDownloadOutlined />}>
                {translate('crm.import.kept_download')}
            </Button>
        </Box>
    );
};
