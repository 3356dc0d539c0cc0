/** Asks for the password over the page when the session has ended, so that nothing typed is lost. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { session } from '../api';
import { PasswordField } from '../ui';

export const SessionExpired = () => {
    const { expired, current } = useSyncExternalStore(session.subscribe, session.state);
    return expired && current ? <AskAgain email={current.user.email} /> : null;
};

const AskAgain = ({ email }: { email: string }) => {
    const translate = useTranslate();
    const [password, setPassword] = useState('');
    const [refusal, setRefusal] = useState<string | null>(null);
    const send = (event: FormEvent) => {
        event.preventDefault();
        // The form below belongs to the page under this dialog; React would send this event on to it.
        event.stopPropagation();
        session.signIn({ email, password }).catch((error: Error) => setRefusal(error.message));
    };
    return (
        <Dialog open fullWidth maxWidth="xs" aria-labelledby="expired-title">
            <form onSubmit={send}>
                <DialogTitle id="expired-title">{translate('crm.account.expired')}</DialogTitle>
                <DialogContent sx={{ display: 'grid', gap: 2 }}>
                    <DialogContentText>{translate('crm.account.expired_text')}</DialogContentText>
                    {refusal ? <Alert severity="error">{translate(refusal)}</Alert> : null}
                    <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
                    <PasswordField
                        label={translate('crm.account.password')}
                        show={translate('crm.account.show_password')}
                        hide={translate('crm.account.hide_password')}
                        helperText={email}
                        autoComplete="current-password"
                        autoFocus
                        fullWidth
                        value={password}
                        onChange={event => setPassword(event.target.value)}
                    />
                </DialogContent>
                <DialogActions>
                    <Button color="inherit" onClick={() => void session.signOut()}>
                        {translate('crm.account.leave')}
                    </Button>
                    <Button type="submit" variant="contained">
                        {translate('crm.account.continue')}
                    </Button>
                </DialogActions>
            </form>
        </Dialog>
    );
};
