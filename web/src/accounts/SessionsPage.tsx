/** The browsers where one is signed in, and the way to close them. */
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { type RaRecord, useDelete, useGetList, useNotify, useTranslate } from 'ra-core';
import { useFormat } from '../i18n';
import { Page, Section } from '../ui';
import { browserOf } from './user';

type OpenSession = RaRecord & { id: string; created_at: string; seen_at: string; user_agent: string | null; current: boolean };

const SessionsPage = () => {
    const translate = useTranslate();
    const { data = [] } = useGetList<OpenSession>('sessions', { pagination: { page: 1, perPage: 100 } });
    return (
        <Page title={translate('crm.menu.sessions')} width={760}>
            <Section title={translate('crm.account.sessions')}>
                <Typography sx={{ color: 'text.secondary' }}>{translate('crm.account.sessions_hint')}</Typography>
                <List>
                    {data.map(one => (
                        <Line key={one.id} session={one} />
                    ))}
                </List>
            </Section>
        </Page>
    );
};

const Line = ({ session }: { session: OpenSession }) => {
    const translate = useTranslate();
    const format = useFormat();
    const seen = translate('crm.account.seen_at', { date: format.ago(session.seen_at) });
    const opened = translate('crm.account.opened_at', { date: format.moment(session.created_at) });
    return (
        <ListItem disableGutters divider sx={{ flexWrap: 'wrap', gap: 1 }}>
            <ListItemText sx={{ flex: '1 1 240px' }} primary={browserOf(session.user_agent) ?? translate('crm.account.unknown_browser')} secondary={`${seen}, ${opened}`} />
            {session.current ? <Chip color="primary" label={translate('crm.account.this_session')} /> : <Revoke session={session} />}
        </ListItem>
    );
};

const Revoke = ({ session }: { session: OpenSession }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const [remove, { isPending }] = useDelete('sessions', { id: session.id, previousData: session });
    const revoke = () =>
        remove(undefined, undefined, {
            onSuccess: () => notify('crm.account.revoked'),
            onError: (error: unknown) => notify((error as Error).message, { type: 'error' }),
        });
    return (
        <Button variant="outlined" color="inherit" size="small" disabled={isPending} onClick={() => void revoke()}>
            {translate('crm.account.revoke')}
        </Button>
    );
};

export default SessionsPage;
