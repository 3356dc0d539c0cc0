/** One's tokens, when each was last used, and the way to end it. */
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { useDelete, useGetList, useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormat } from '../i18n';
import { Confirmation, Section } from '../ui';
import type { Token } from './token';

export const TokenList = () => {
    const translate = useTranslate();
    const { data = [], isPending } = useGetList<Token>('tokens', { pagination: { page: 1, perPage: 100 } });
    return (
        <Section title={translate('crm.tokens.mine')}>
            {data.length === 0 && !isPending ? <Typography sx={{ color: 'text.secondary' }}>{translate('crm.tokens.none')}</Typography> : null}
            <List disablePadding>
                {data.map(token => (
                    <Line key={token.id} token={token} />
                ))}
            </List>
        </Section>
    );
};

const Line = ({ token }: { token: Token }) => {
    const translate = useTranslate();
    const format = useFormat();
    const story = [
        token.seen_at ? translate('crm.tokens.seen', { date: format.ago(token.seen_at) }) : translate('crm.tokens.unseen'),
        translate('crm.tokens.made', { date: format.moment(token.created_at) }),
        token.expires_at ? translate('crm.tokens.until', { date: format.moment(token.expires_at) }) : translate('crm.tokens.endless'),
    ];
    return (
        <ListItem disableGutters divider sx={{ flexWrap: 'wrap', gap: 1 }}>
            <ListItemText sx={{ flex: '1 1 260px', overflowWrap: 'anywhere' }} primary={token.name} secondary={story.join(' · ')} />
            <Revoke token={token} />
        </ListItem>
    );
};

const Revoke = ({ token }: { token: Token }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const [asking, setAsking] = useState(false);
    const [remove, { isPending }] = useDelete('tokens', { id: token.id, previousData: token });
    const revoke = () =>
        remove(undefined, undefined, {
            onSuccess: () => notify('crm.tokens.revoked', { messageArgs: { name: token.name } }),
            onError: error => notify((error as Error).message, { type: 'error' }),
            onSettled: () => setAsking(false),
        });
    return (
        <>
            <Button variant="outlined" color="inherit" size="small" aria-label={translate('crm.tokens.revoke_of', { name: token.name })} onClick={() => setAsking(true)}>
                {translate('crm.tokens.revoke')}
            </Button>
            {asking ? (
                <Confirmation
                    busy={isPending}
                    title={translate('crm.tokens.revoke_title', { name: token.name })}
                    text={translate('crm.tokens.revoke_text')}
                    confirm={translate('crm.tokens.revoke')}
                    cancel={translate('ra.action.cancel')}
                    onConfirm={() => void revoke()}
                    onClose={() => setAsking(false)}
                />
            ) : null}
        </>
    );
};
