/** Takes a whole import back, after saying what that means. */
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormat } from '../i18n';
import { useMayWrite } from '../layout';
import { Confirmation } from '../ui';
import { type Import, isUndoable } from './import';
import type { Run } from './useRun';

type Props = { current: Import; run: Run; /** Called once the undoing has begun. */ onBegun?: () => void };

export const UndoImport = ({ current, run, onBegun }: Props) => {
    const translate = useTranslate();
    const [asking, setAsking] = useState(false);
    const { label, ...words } = useUndoWords(current);
    if (!useMayWrite() || !isUndoable(current)) return null;
    const undo = async () => {
        const begun = await run.undo();
        setAsking(false);
        if (begun) onBegun?.();
    };
    return (
        <>
            <Button variant="outlined" color="inherit" startIcon={<UndoOutlined />} onClick={() => setAsking(true)} aria-label={label}>
                {translate('crm.import.undo')}
            </Button>
            {run.refusal ? <Alert severity="error">{translate(run.refusal)}</Alert> : null}
            {asking ? (
                <Confirmation
                    {...words}
                    busy={run.busy}
                    confirm={translate('crm.import.undo')}
                    cancel={translate('crm.import.keep')}
                    onConfirm={() => void undo()}
                    onClose={() => setAsking(false)}
                />
            ) : null}
        </>
    );
};

function useUndoWords({ file_name, created, updated }: Import) {
    const translate = useTranslate();
    const format = useFormat();
    const part = (name: 'created' | 'updated', count: number) =>
        count ? [translate(`crm.import.undo_${name}`, { smart_count: count, shown: format.number(count) })] : [];
    return {
        label: translate('crm.import.undo_of', { name: file_name }),
        title: translate('crm.import.undo_title', { name: file_name }),
        text: [...part('created', created), ...part('updated', updated), translate('crm.import.undo_kept')].join(' '),
    };
}
