/** "La vue … est supprimée", with the way back. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useCloseNotification, useTranslate } from 'ra-core';

export const ViewRemoved = ({ name, undo }: { name: string; undo: () => void }) => {
    const translate = useTranslate();
    const close = useCloseNotification();
    const undoAndClose = () => {
        undo();
        close?.();
    };
    return (
        <Alert severity="success" variant="filled" action={<Button color="inherit" size="small" onClick={undoAndClose}>{translate('crm.action.undo')}</Button>}>
            {translate('crm.views.removed', { name })}
        </Alert>
    );
};
