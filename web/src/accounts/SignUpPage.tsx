/** The door for a business that is new here. */
import Box from '@mui/material/Box';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { fieldMessage } from '../api';
import { Door } from './Door';
import { NewPasswordField } from './NewPasswordField';
import { useDoor } from './useDoor';
import { WayToSignIn } from './WayTo';

const BLANK = { company_name: '', first_name: '', last_name: '', email: '', password: '' };

type Field = Exclude<keyof typeof BLANK, 'password'>;

const COMPLETED_BY: Record<Field, string> = {
    company_name: 'organization',
    first_name: 'given-name',
    last_name: 'family-name',
    email: 'username',
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
        helperText: fieldMessage(error, field),
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
            other={<WayToSignIn />}
        >
            <TextField {...propsOf('company_name')} autoFocus />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
                <TextField {...propsOf('first_name')} />
                <TextField {...propsOf('last_name')} />
            </Box>
            <TextField {...propsOf('email')} type="email" />
            <NewPasswordField label="crm.account.password" value={values.password} error={error} onChange={password => setValues({ ...values, password })} />
        </Door>
    );
};

export default SignUpPage;
