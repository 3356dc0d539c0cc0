/** Invitations nobody has accepted yet: sent again, or withdrawn. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import { type RaRecord, useDelete, useGetList, useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { firstMessage } from '../api';
import { useFormat } from '../i18n';
import { Section } from '../ui';
import { useInvite, type Wanted } from './useInvite';

type Pending = RaRecord & Wanted & { id: string; created_at: string; expires_at: string };

export const Invitations = () => {
    const translate = useTranslate();
    const { data = [] } = useGetList<Pending>('invitations', { pagination: { page: 1, perPage: 200 } });
    if (data.length === 0) return null;
    return (
        <Box sx={{ mt: 2 }}>
            <Section title={translate('crm.invitations.pending')}>
                <List disablePadding>
                    {data.map(one => (
                        <Line key={one.id} invitation={one} />
                    ))}
                </List>
            </Section>
        </Box>
    );
};

const Line = ({ invitation }: { invitation: Pending }) => {
    const translate = useTranslate();
    const format = useFormat();
    const rights = [translate(`crm.roles.${invitation.role}.name`), translate(`crm.visibilities.${invitation.visibility}.name`)];
    const end = translate('crm.invitations.expires', { date: format.moment(invitation.expires_at) });
    return (
        <ListItem disableGutters divider sx={{ flexWrap: 'wrap', gap: 1 }}>
            <ListItemText sx={{ flex: '1 1 260px', overflowWrap: 'anywhere' }} primary={invitation.email} secondary={[...rights, end].join(' · ')} />
            <SendAgain invitation={invitation} />
            <Withdraw invitation={invitation} />
        </ListItem>
    );
};

const SendAgain = ({ invitation: { email, role, visibility } }: { invitation: Pending }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const invite = useInvite();
    const [busy, setBusy] = useState(false);
    const send = async () => {
        setBusy(true);
        const refusal = Object.values((await invite({ email, role, visibility })) ?? {})[0];
        if (typeof refusal === 'string') notify(refusal, { type: 'error' });
        setBusy(false);
    };
    return (
        <Button variant="outlined" color="inherit" size="small" disabled={busy} aria-label={translate('crm.invitations.again_to', { email })} onClick={() => void send()}>
            {translate('crm.invitations.again')}
        </Button>
    );
};

const Withdraw = ({ invitation }: { invitation: Pending }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const [remove, { isPending }] = useDelete('invitations', { id: invitation.id, previousData: invitation });
    const withdraw = () =>
        remove(undefined, undefined, {
            onSuccess: () => notify('crm.invitations.withdrawn', { messageArgs: { email: invitation.email } }),
            onError: error => notify(firstMessage(error) ?? (error as Error).message, { type: 'error' }),
        });
    return (
        <Button
            variant="outlined"
            color="inherit"
            size="small"
            disabled={isPending}
            aria-label={translate('crm.invitations.withdraw_of', { email: invitation.email })}
            onClick={() => void withdraw()}
        >
            {translate('crm.invitations.withdraw')}
        </Button>
    );
};
