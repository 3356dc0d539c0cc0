/** Takes a user out, after asking, or lets them in again. Nobody takes out themselves. */
import PersonRemoveOutlined from '@mui/icons-material/PersonRemoveOutlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import Button from '@mui/material/Button';
import { useRecordContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { session } from '../api';
import { useArchive } from '../layout';
import { Confirmation } from '../ui';
import { type Colleague, nameOf } from './user';

type Props = { user: Colleague; onDone: () => void };

export const RemoveUser = () => {
    const user = useRecordContext<Colleague>();
    const navigate = useNavigate();
    if (!user || user.id === session.state().current?.user.id) return null;
    const Verb = user.archived ? Restore : Remove;
    return <Verb user={user} onDone={() => void navigate('/users')} />;
};

const Restore = ({ user, onDone }: Props) => {
    const translate = useTranslate();
    const { act, acting } = useArchive();
    const restore = async () => {
        if (await act('restore', { id: user.id, name: nameOf(user) })) onDone();
    };
    return (
        <Button variant="outlined" color="inherit" disabled={acting} startIcon={<UnarchiveOutlined />} onClick={() => void restore()}>
            {translate('crm.action.restore')}
        </Button>
    );
};

const Remove = ({ user, onDone }: Props) => {
    const translate = useTranslate();
    const [asking, setAsking] = useState(false);
    const { act, acting } = useArchive();
    const name = nameOf(user);
    const remove = async () => {
        const done = await act('archive', { id: user.id, name });
        setAsking(false);
        if (done) onDone();
    };
    return (
        <>
            <Button variant="outlined" color="inherit" startIcon={<PersonRemoveOutlined />} onClick={() => setAsking(true)}>
                {translate('crm.users.remove')}
            </Button>
            {asking ? (
                <Confirmation
                    busy={acting}
                    title={translate('crm.users.remove_title', { name })}
                    text={translate('crm.users.remove_text')}
                    confirm={translate('crm.users.remove')}
                    cancel={translate('ra.action.cancel')}
                    onConfirm={() => void remove()}
                    onClose={() => setAsking(false)}
                />
            ) : null}
        </>
    );
};
