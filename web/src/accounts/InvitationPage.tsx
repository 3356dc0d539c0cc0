/** Where the link of an invitation leads: a colleague says their name, chooses a password, and is in. */
import Box from '@mui/material/Box';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { fieldMessage, type Invitation, links, statusOf } from '../api';
import { DeadLink } from './DeadLink';
import { Door } from './Door';
import { NewPasswordField } from './NewPasswordField';
import { Porch } from './Porch';
import { StrangerGate } from './StrangerGate';
import { useDoor } from './useDoor';
import { WayToSignIn } from './WayTo';

const BLANK = { first_name: '', last_name: '', password: '' };

const COMPLETED_BY = { first_name: 'given-name', last_name: 'family-name' };

const InvitationPage = () => (
    <StrangerGate>
        <Look />
    </StrangerGate>
);

const Look = () => {
    const { token = '' } = useParams();
    const { data, error } = useQuery({ queryKey: ['invitation', token], queryFn: () => links.invitation(token), refetchOnWindowFocus: false });
    if (error) return <DeadLink error={error} advice="crm.links.ask_inviter" />;
    if (!data) return <Porch title="crm.links.invitation" hint="crm.links.looking" />;
    return <Accept token={token} invitation={data} />;
};

const Accept = ({ token, invitation }: { token: string; invitation: Invitation }) => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const { busy, refusal, enter, error } = useDoor(() => void navigate('/', { replace: true }));
    const [values, setValues] = useState(BLANK);
    const propsOf = (field: keyof typeof COMPLETED_BY): TextFieldProps => ({
        name: field,
        label: translate(`crm.account.${field}`),
        required: true,
        autoComplete: COMPLETED_BY[field],
        value: values[field],
        error: Boolean(fieldMessage(error, field)),
        helperText: fieldMessage(error, field),
        onChange: event => setValues({ ...values, [field]: event.target.value }),
    });
    // Meanwhile withdrawn, or accepted in another tab.
    if (statusOf(error) === 410) return <DeadLink error={error} advice="crm.links.ask_inviter" />;
    return (
        <Door
            title="crm.links.invitation"
            hint="crm.links.invitation_hint"
            about={{ company: invitation.company_name }}
            submit="crm.links.accept"
            refusal={refusal}
            busy={busy}
            onSubmit={() => void enter({ token, ...values })}
            other={<WayToSignIn />}
        >
            <TextField label={translate('crm.account.email')} value={invitation.email} name="email" autoComplete="username" slotProps={{ input: { readOnly: true } }} />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
                <TextField {...propsOf('first_name')} autoFocus />
                <TextField {...propsOf('last_name')} />
            </Box>
            <NewPasswordField label="crm.account.password" value={values.password} error={error} onChange={password => setValues({ ...values, password })} />
        </Door>
    );
};

export default InvitationPage;
