/** Keeps a profile that was found, so that it is watched from then on. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { type FormEvent, useState } from 'react';
import type { NetworkActivity } from '../api';
import { nameOf } from './network';
import type { Owner } from './useActivity';
import { useWatch } from './useWatch';

type Props = { owner: Owner; networks: NetworkActivity[]; onClose: () => void };

export const WatchDialog = ({ owner, networks, onClose }: Props) => {
    const translate = useTranslate();
    const { watch, watching, wrong } = useWatch(owner);
    const [network, setNetwork] = useState(networks[0]?.network ?? '');
    const [profile, setProfile] = useState('');
    const submit = async (event: FormEvent) => {
        event.preventDefault();
        if (await watch(network, profile.trim())) onClose();
    };
    return (
        <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby="watch-dialog">
            <form onSubmit={event => void submit(event)} noValidate>
                <DialogTitle id="watch-dialog">{translate('crm.social.watch')}</DialogTitle>
                <DialogContent>
                    <TextField select fullWidth margin="dense" label={translate('crm.social.network')} value={network} onChange={event => setNetwork(event.target.value)}>
                        {networks.map(each => (
                            <MenuItem key={each.network} value={each.network}>
                                {nameOf(each, translate)}
                            </MenuItem>
                        ))}
                    </TextField>
                    <TextField
                        autoFocus
                        fullWidth
                        margin="dense"
                        label={translate('crm.social.profile')}
                        value={profile}
                        error={Boolean(wrong)}
                        helperText={wrong ?? translate('crm.social.profile_hint')}
                        onChange={event => setProfile(event.target.value)}
                        autoComplete="off"
                        slotProps={{ htmlInput: { maxLength: 250 } }}
                    />
                </DialogContent>
                <DialogActions sx={{ p: 2 }}>
                    <Button color="inherit" onClick={onClose}>
                        {translate('ra.action.cancel')}
                    </Button>
                    <Button type="submit" variant="contained" disabled={watching || !profile.trim()}>
                        {translate('crm.social.watch_submit')}
                    </Button>
                </DialogActions>
            </form>
        </Dialog>
    );
};
