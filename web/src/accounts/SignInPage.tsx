/** The door for those who have an account. */
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { PasswordField } from '../ui';
import { Door } from './Door';
import { useDoor } from './useDoor';

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
            other={<OtherDoor />}
        >
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
            <FormControlLabel control={<Checkbox checked={remember} onChange={event => setRemember(event.target.checked)} />} label={translate('crm.account.remember')} />
        </Door>
    );
};

const OtherDoor = () => {
    const translate = useTranslate();
    return (
        <>
            {translate('crm.account.no_account')}{' '}
            <Link component={RouterLink} to="/signup" underline="always">
                {translate('crm.account.sign_up')}
            </Link>
        </>
    );
};

export default SignInPage;
