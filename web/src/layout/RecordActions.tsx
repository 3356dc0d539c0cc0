/** What can be done with the record on the page: change it, archive it, restore it. */
import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import Button from '@mui/material/Button';
import { type RaRecord, useRecordContext, useResourceContext, useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { pathTo } from './paths';
import { useMayWrite } from './rights';
import { useArchive, type Verb } from './useArchive';

export const RecordActions = ({ name }: { name: string }) => {
    const translate = useTranslate();
    const resource = useResourceContext() ?? '';
    const record = useRecordContext<RaRecord>();
    const { act, acting } = useArchive();
    const mayWrite = useMayWrite();
    if (!record || !mayWrite) return null;
    const verb: Verb = record.archived ? 'restore' : 'archive';
    return (
        <>
            <Button
                variant="outlined"
                color="inherit"
                disabled={acting}
                startIcon={verb === 'archive' ? <ArchiveOutlined /> : <UnarchiveOutlined />}
                onClick={() => void act(verb, { id: record.id, name })}
            >
                {translate(`crm.action.${verb}`)}
            </Button>
            <Button variant="contained" startIcon={<EditOutlined />} component={Link} to={pathTo(resource, record.id, 'edit')}>
                {translate('crm.action.edit')}
            </Button>
        </>
    );
};
