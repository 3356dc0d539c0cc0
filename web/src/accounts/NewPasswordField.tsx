/** A password that is chosen: says beside it what is expected, and what the server found wrong with it. */
import { useTranslate } from 'ra-core';
import { fieldMessage } from '../api';
import { PasswordField } from '../ui';

type Props = { label: string; value: string; onChange: (value: string) => void; error: unknown; autoFocus?: boolean };

export const NewPasswordField = ({ label, value, onChange, error, autoFocus }: Props) => {
    const translate = useTranslate();
    const message = fieldMessage(error, 'password');
    return (
        <PasswordField
            label={translate(label)}
            show={translate('crm.account.show_password')}
            hide={translate('crm.account.hide_password')}
            name="password"
            autoComplete="new-password"
            autoFocus={autoFocus}
            required
            value={value}
            error={Boolean(message)}
            helperText={message ?? translate('crm.account.password_hint')}
            onChange={event => onChange(event.target.value)}
        />
    );
};
