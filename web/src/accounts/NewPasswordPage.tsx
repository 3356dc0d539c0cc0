/** Where the link of a forgotten password leads: a new one is chosen, and asked at the door. */
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { links, statusOf } from '../api';
import { DeadLink } from './DeadLink';
import { Door } from './Door';
import { NewPasswordField } from './NewPasswordField';
import { StrangerGate } from './StrangerGate';
import { useRefusal } from './useRefusal';
import { WayTo } from './WayTo';

const NewPasswordPage = () => (
    <StrangerGate>
        <Choose />
    </StrangerGate>
);

const Choose = () => {
    const { token = '' } = useParams();
    const navigate = useNavigate();
    const { attempt, busy, refusal, error } = useRefusal();
    const [password, setPassword] = useState('');
    const choose = () =>
        attempt(async () => {
            await links.choosePassword(token, password);
            await navigate('/login', { replace: true, state: { notice: 'crm.links.chosen' } });
        });
    if (statusOf(error) === 410) return <DeadLink error={error} advice="crm.links.ask_again" again="/mot-de-passe" />;
    return (
        <Door
            title="crm.links.choose"
            hint="crm.links.choose_hint"
            submit="crm.links.choose_submit"
            refusal={refusal}
            busy={busy}
            onSubmit={() => void choose()}
            other={<WayTo to="/login" label="crm.links.back" />}
        >
            <NewPasswordField label="crm.account.new_password" value={password} error={error} onChange={setPassword} autoFocus />
        </Door>
    );
};

export default NewPasswordPage;
