/** Invites a colleague by mail: to which address, and with which rights. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Form, ResourceContextProvider, useTranslate } from 'ra-core';
import { SaveButton, TextInput } from 'ra-ui-materialui';
import { useId } from 'react';
import { RightsInputs } from './RightsInputs';
import { useInvite, type Wanted } from './useInvite';

const START = { email: '', role: 'user', visibility: 'all' };

const check = ({ email }: Record<string, unknown>) => (String(email ?? '').trim() ? {} : { email: 'crm.checks.required' });

export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
    const translate = useTranslate();
    const title = useId();
    const phone = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
    const invite = useInvite();
    const send = async (values: unknown) => {
        const errors = await invite(values as Wanted);
        if (!errors) onClose();
        return errors;
    };
    return (
        // A click beside the dialog must not throw away what was typed.
        <Dialog open fullWidth maxWidth="xs" fullScreen={phone} onClose={(_, reason) => reason === 'escapeKeyDown' && onClose()} aria-labelledby={title}>
            <ResourceContextProvider value="users">
                <Form record={START} onSubmit={send} validate={check} noValidate>
                    <DialogTitle id={title}>{translate('crm.invitations.invite')}</DialogTitle>
                    <DialogContent>
                        <DialogContentText sx={{ mb: 1.5 }}>{translate('crm.invitations.hint')}</DialogContentText>
                        <TextInput source="email" type="email" autoComplete="off" autoFocus isRequired fullWidth />
                        <RightsInputs />
                    </DialogContent>
                    <DialogActions sx={{ p: 2 }}>
                        <Button color="inherit" onClick={onClose}>
                            {translate('ra.action.cancel')}
                        </Button>
                        <SaveButton alwaysEnable label="crm.invitations.send" icon={<></>} />
                    </DialogActions>
                </Form>
            </ResourceContextProvider>
        </Dialog>
    );
};
