/** Somebody saved the record first: nothing typed is lost, and the person decides how to go on. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';

type Props = {
    /** The names of what the other person changed. */
    changed: string[];
    onKeep: () => void;
    onReload: () => void;
    onContinue: () => void;
};

export const ConflictDialog = ({ changed, onKeep, onReload, onContinue }: Props) => {
    const translate = useTranslate();
    return (
        <Dialog open onClose={onContinue} aria-labelledby="conflict-title">
            <DialogTitle id="conflict-title">{translate('crm.conflict.title')}</DialogTitle>
            <DialogContent>
                <DialogContentText>{translate('crm.conflict.text')}</DialogContentText>
                {changed.length ? <DialogContentText sx={{ mt: 1 }}>{translate('crm.conflict.changed', { fields: changed.join(', ') })}</DialogContentText> : null}
            </DialogContent>
            <DialogActions sx={{ flexWrap: 'wrap', p: 2 }}>
                <Button onClick={onReload} color="inherit" title={translate('crm.conflict.reload_hint')}>
                    {translate('crm.conflict.reload')}
                </Button>
                <Button onClick={onContinue} color="inherit">
                    {translate('crm.conflict.continue')}
                </Button>
                <Button onClick={onKeep} variant="contained" autoFocus title={translate('crm.conflict.keep_hint')}>
                    {translate('crm.conflict.keep')}
                </Button>
            </DialogActions>
        </Dialog>
    );
};
