/** Keeps a profile that was found, so that it is watched from then on. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { type FormEvent, useRef, useState } from 'react';
import type { NetworkActivity } from '../api';
import { useFormat } from '../i18n';
import { nameOf } from './network';
import { type Fault, faultOf, LONGEST } from './profile';
import type { Owner } from './useActivity';
import { useWatch } from './useWatch';

type Props = { owner: Owner; networks: NetworkActivity[]; onClose: () => void };

export const WatchDialog = ({ owner, networks, onClose }: Props) => {
    const translate = useTranslate();
    const { watch, watching, wrong } = useWatch(owner);
    const [network, setNetwork] = useState(networks[0]?.network ?? '');
    const [profile, setProfile] = useState('');
    const [fault, setFault] = useState<Fault | null>(null);
    const said = useFaultText(network, profile, fault);
    const field = useRef<HTMLInputElement>(null);
    const submit = async (event: FormEvent) => {
        event.preventDefault();
        const found = faultOf(network, profile.trim());
        setFault(found);
        if (found) field.current?.focus();
        else if (await watch(network, profile.trim())) onClose();
    };
    const change = (text: string) => {
        setProfile(text);
        setFault(null);
    };
    const choose = (chosen: string) => {
        setNetwork(chosen);
        setFault(null);
    };
    return (
        <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby="watch-dialog">
            <form onSubmit={event => void submit(event)} noValidate>
                <DialogTitle id="watch-dialog">{translate('crm.social.watch')}</DialogTitle>
                <DialogContent>
                    <TextField select fullWidth margin="dense" label={translate('crm.social.network')} value={network} onChange={event => choose(event.target.value)}>
                        {networks.map(each => (
                            <MenuItem key={each.network} value={each.network}>
                                {nameOf(each, translate)}
                            </MenuItem>
                        ))}
                    </TextField>
                    <TextField
                        autoFocus
                        inputRef={field}
                        fullWidth
                        margin="dense"
                        label={translate('crm.social.profile')}
                        value={profile}
                        error={Boolean(said ?? wrong)}
                        helperText={said ?? wrong ?? translate(`crm.social.forms.${network}`)}
                        onChange={event => change(event.target.value)}
                        autoComplete="off"
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

function useFaultText(network: string, profile: string, fault: Fault | null): string | null {
    const translate = useTranslate();
    const format = useFormat();
    if (fault === 'long') return translate('crm.social.profile_long', { most: LONGEST, shown: format.number(profile.trim().length) });
    return fault && translate('crm.social.profile_wrong', { form: translate(`crm.social.forms.${network}`) });
}
