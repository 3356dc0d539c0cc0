/** A password was forgotten: asks for the address, and answers the same whether it is known or not. */
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { fieldMessage, links } from '../api';
import { Door } from './Door';
import { Porch } from './Porch';
import { useRefusal } from './useRefusal';
import { WayTo } from './WayTo';

const Back = () => <WayTo to="/login" label="crm.links.back" />;

const ForgottenPage = () => {
    const translate = useTranslate();
    const { attempt, busy, refusal, error } = useRefusal();
    const [email, setEmail] = useState('');
    const [asked, setAsked] = useState<string | null>(null);
    const [isBlank, setBlank] = useState(false);
    const message = isBlank ? translate('crm.checks.required') : fieldMessage(error, 'email');
    const send = async () => {
        const address = email.trim();
        setBlank(!address);
        if (!address) return;
        await attempt(async () => {
            await links.forgotPassword(address);
            setAsked(address);
        });
    };
    if (asked) return <Porch title="crm.links.asked" hint="crm.links.asked_hint" about={{ email: asked }} other={<Back />} />;
    return (
        <Door title="crm.links.forgotten" hint="crm.links.forgotten_hint" submit="crm.links.ask" refusal={refusal} busy={busy} onSubmit={() => void send()} other={<Back />}>
            <TextField
                label={translate('crm.account.email')}
                type="email"
                name="email"
                autoComplete="username"
                autoFocus
                required
                value={email}
                error={Boolean(message)}
                helperText={message}
                onChange={event => setEmail(event.target.value)}
            />
        </Door>
    );
};

export default ForgottenPage;
