/** The door for a business that is new here. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { fieldMessage } from '../api';
import { PasswordField } from '../ui';
import { Door } from './Door';
import { useDoor } from './useDoor';

const BLANK = { company_name: '', first_name: '', last_name: '', email: '', password: '' };

type Field = keyof typeof BLANK;

const COMPLETED_BY: Record<Field, string> = {
    company_name: 'organization',
    first_name: 'given-name',
    last_name: 'family-name',
    email: 'username',
    password: 'new-password',
};

const SignUpPage = () => {
    const translate = useTranslate();
    const { busy, refusal, enter, error } = useDoor();
    const [values, setValues] = useState(BLANK);
    const propsOf = (field: Field): TextFieldProps => ({
        name: field,
        label: translate(`crm.account.${field}`),
        required: true,
        autoComplete: COMPLETED_BY[field],
        value: values[field],
        error: Boolean(fieldMessage(error, field)),
        helperText: fieldMessage(error, field) ?? (field === 'password' ? translate('crm.account.password_hint') : undefined),
        onChange: event => setValues({ ...values, [field]: event.target.value }),
    });
    return (
        <Door
            title="crm.account.sign_up"
            hint="crm.account.sign_up_hint"
            submit="crm.account.sign_up_submit"
            refusal={refusal}
            busy={busy}
            onSubmit={() => void enter(values)}
            other={<OtherDoor />}
        >
            <TextField {...propsOf('company_name')} autoFocus />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
                <TextField {...propsOf('first_name')} />
                <TextField {...propsOf('last_name')} />
            </Box>
            <TextField {...propsOf('email')} type="email" />
            <PasswordField {...propsOf('password')} show={translate('crm.account.show_password')} hide={translate('crm.account.hide_password')} />
        </Door>
    );
};

const OtherDoor = () => {
    const translate = useTranslate();
    return (
        <>
            {translate('crm.account.have_account')}{' '}
            <Link component={RouterLink} to="/login" underline="always">
                {translate('crm.account.sign_in')}
            </Link>
        </>
    );
};

export default SignUpPage;
