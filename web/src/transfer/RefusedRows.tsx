/** The rows that were not imported, each with its reason; all of them can be downloaded and corrected. */
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useFormat } from '../i18n';
import { labelOf } from '../layout';
import { Section } from '../ui';
import { bringsNothing, type Import, reasonsOf, refusedAddress } from './import';

function hintOf(current: Import): string {
    if (bringsNothing(current)) return current.dry_run ? 'would_refuse_all_hint' : 'refused_all_hint';
    return current.dry_run ? 'would_refuse_hint' : 'refused_hint';
}

export const RefusedRows = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    const isShortened = current.report.length < current.refused;
    return (
        <Section title={translate('crm.import.refused_title')} action={<Download id={current.id} />}>
            <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate(`crm.import.${hintOf(current)}`)}</Typography>
            {isShortened ? <Typography>{translate('crm.import.refused_first', { count: current.report.length })}</Typography> : null}
            <RefusedTable current={current} />
        </Section>
    );
};

const Download = ({ id }: { id: string }) => {
    const translate = useTranslate();
    return (
        <Button href={refusedAddress(id)} download startIcon={<FileDownloadOutlined />} sx={{ flexShrink: 0 }}>
            {translate('crm.import.download')}
        </Button>
    );
};

const RefusedTable = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    const format = useFormat();
    return (
        <TableContainer>
            <Table size="small">
                <TableHead>
                    <TableRow>
                        <TableCell align="right">{translate('crm.import.line')}</TableCell>
                        <TableCell>{translate('crm.import.reason')}</TableCell>
                        <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>{translate('crm.import.content')}</TableCell>
                    </TableRow>
                </TableHead>
                <TableBody>
                    {current.report.map(refused => (
                        <TableRow key={refused.row}>
                            <TableCell align="right">{format.number(refused.line)}</TableCell>
                            <TableCell>
                                {reasonsOf(refused, field => labelOf(field, current.resource, translate)).map(reason => (
                                    <div key={reason}>{reason}</div>
                                ))}
                            </TableCell>
                            <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' }, overflowWrap: 'anywhere' }}>{refused.text}</TableCell>
                        </TableRow>
                    ))}
                </TableBody>
            </Table>
        </TableContainer>
    );
};
