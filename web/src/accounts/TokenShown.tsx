/** Shows a new token, this once. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { CopyField } from '../ui';
import type { NewToken } from './token';

export const TokenShown = ({ token, onClose }: { token: NewToken; onClose: () => void }) => {
    const translate = useTranslate();
    const title = useId();
    return (
        // A click beside it or an Escape would lose what cannot be shown again.
        <Dialog open fullWidth aria-labelledby={title}>
            <DialogTitle id={title}>{translate('crm.tokens.created', { name: token.name })}</DialogTitle>
            <DialogContent sx={{ display: 'grid', gap: 2 }}>
                <Alert severity="warning">{translate('crm.tokens.once')}</Alert>
                <CopyField label={translate('crm.tokens.token')} text={token.token} copy={translate('crm.tokens.copy')} copied={translate('crm.tokens.copied')} />
            </DialogContent>
            <DialogActions sx={{ p: 2 }}>
                <Button variant="contained" onClick={onClose}>
                    {translate('crm.tokens.kept')}
                </Button>
            </DialogActions>
        </Dialog>
    );
};
