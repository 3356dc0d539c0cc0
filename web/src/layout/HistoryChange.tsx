/** One field that changed, "Ville : Paris → Lyon", and the way back. */
import HistoryIcon from '@mui/icons-material/History';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type RaRecord, useTranslate } from 'ra-core';
import { Confirm } from 'ra-ui-materialui';
import { useState } from 'react';
import { FieldValue } from './FieldValue';
import { type Change, isRestorable, labelOf, wasChangedSince } from './history';
import { useMayWrite } from './rights';
import { useFieldRestore } from './useFieldRestore';

type Props = { resource: string; record: RaRecord; change: Change };

export const HistoryChange = ({ resource, record, change }: Props) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    const { field, old, new: now } = change;
    return (
        <Typography component="div" variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {labelOf(field, resource, translate)} : <FieldValue field={field} value={old} /> → <FieldValue field={field} value={now} />
            {mayWrite && !record.archived && isRestorable(change, record) ? <Restore {...{ resource, record, change }} /> : null}
        </Typography>
    );
};

const Restore = ({ resource, record, change }: Props) => {
    const translate = useTranslate();
    const { restore, restoring } = useFieldRestore(resource, record);
    const [asking, setAsking] = useState(false);
    const label = labelOf(change.field, resource, translate);
    const confirmed = () => {
        setAsking(false);
        void restore(change);
    };
    return (
        <>
            <Tooltip title={translate('crm.history.put_back')}>
                <IconButton
                    size="small"
                    disabled={restoring}
                    aria-label={`${translate('crm.history.put_back')} (${label})`}
                    onClick={() => (wasChangedSince(change, record) ? setAsking(true) : void restore(change))}
                    sx={{ ml: 0.5, my: -0.5 }}
                >
                    <HistoryIcon fontSize="inherit" />
                </IconButton>
            </Tooltip>
            <Confirm
                isOpen={asking}
                title={translate('crm.history.newer', { field: label })}
                content={<Newer field={change.field} value={record[change.field]} old={change.old} />}
                confirm="crm.history.replace"
                cancel="ra.action.cancel"
                onConfirm={confirmed}
                onClose={() => setAsking(false)}
            />
        </>
    );
};

const Newer = ({ field, value, old }: { field: string; value: unknown; old: unknown }) => {
    const translate = useTranslate();
    return (
        <Typography component="span" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {translate('crm.history.today')} : <FieldValue field={field} value={value} />
            <br />
            {translate('crm.history.former')} : <FieldValue field={field} value={old} />
        </Typography>
    );
};
