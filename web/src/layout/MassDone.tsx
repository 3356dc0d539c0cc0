/** "12 fiches archivées", with the way back. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useCloseNotification, useTranslate } from 'ra-core';
import { useFormat } from '../i18n';

type Props = { word: string; count: number; undo?: () => void };

export const MassDone = ({ word, count, undo }: Props) => {
    const translate = useTranslate();
    const format = useFormat();
    const close = useCloseNotification();
    const undoAndClose = () => {
        undo?.();
        close?.();
    };
    const action = undo && (
        <Button color="inherit" size="small" onClick={undoAndClose}>
            {translate('crm.action.undo')}
        </Button>
    );
    return (
        <Alert severity="success" variant="filled" action={action}>
            {translate(`crm.mass.done.${word}`, { smart_count: count, shown: format.number(count) })}
        </Alert>
    );
};
