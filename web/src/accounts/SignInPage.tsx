/** The door for those who have an account. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { PasswordField } from '../ui';
import { Door } from './Door';
import { useDoor } from './useDoor';
import { WayTo } from './WayTo';

const SignInPage = () => {
    const translate = useTranslate();
    const { busy, refusal, enter } = useDoor();
    const [email, setEmail] = useState('');
    const [password, setPassword] = useState('');
    const [remember, setRemember] = useState(false);
    return (
        <Door
            title="crm.account.sign_in"
            hint="crm.account.sign_in_hint"
            submit="crm.account.sign_in_submit"
            refusal={refusal}
            busy={busy}
            onSubmit={() => void enter({ email, password, remember })}
            other={<WayTo to="/signup" label="crm.account.sign_up" question="crm.account.no_account" />}
        >
            <Notice />
            <TextField label={translate('crm.account.email')} type="email" name="email" autoComplete="username" autoFocus required value={email} onChange={event => setEmail(event.target.value)} />
            <PasswordField
                label={translate('crm.account.password')}
                show={translate('crm.account.show_password')}
                hide={translate('crm.account.hide_password')}
                name="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={event => setPassword(event.target.value)}
            />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
                <FormControlLabel control={<Checkbox checked={remember} onChange={event => setRemember(event.target.checked)} />} label={translate('crm.account.remember')} />
                <WayTo to="/mot-de-passe" label="crm.links.forgotten" />
            </Box>
        </Door>
    );
};

/** Told on the way here, for instance that a new password was chosen. */
const Notice = () => {
    const translate = useTranslate();
    const notice = (useLocation().state as { notice?: string } | null)?.notice;
    return notice ? <Alert severity="success">{translate(notice)}</Alert> : null;
};

export default SignInPage;
