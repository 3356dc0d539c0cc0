/** Changes one's password; the old one is asked, so that an open screen is not enough. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useDataProvider, useNotify, useTranslate } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { fieldMessage } from '../api';
import { PasswordField, Section } from '../ui';
import { WayTo } from './WayTo';

const BLANK = { current_password: '', password: '' };

export const PasswordSection = ({ userId }: { userId: string }) => {
    const translate = useTranslate();
    const [values, setValues] = useState(BLANK);
    const { save, error } = useSave(userId, () => setValues(BLANK));
    const propsOf = (field: keyof typeof BLANK, autoComplete: string) => ({
        show: translate('crm.account.show_password'),
        hide: translate('crm.account.hide_password'),
        autoComplete,
        value: values[field],
        error: Boolean(fieldMessage(error, field)),
        onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        void save(values);
    };
    return (
        <Section title={translate('crm.account.change_password')}>
            <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
                <PasswordField
                    {...propsOf('current_password', 'current-password')}
                    label={translate('crm.account.current_password')}
                    helperText={fieldMessage(error, 'current_password')}
                />
                <PasswordField
                    {...propsOf('password', 'new-password')}
                    label={translate('crm.account.new_password')}
                    helperText={fieldMessage(error, 'password') ?? translate('crm.account.password_hint')}
                />
                <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
                    <Button type="submit" variant="outlined" disabled={!values.current_password || !values.password}>
                        {translate('crm.account.change_password')}
                    </Button>
                    <WayTo to="/mot-de-passe" label="crm.links.forgotten" />
                </Box>
            </Box>
        </Section>
    );
};

function useSave(userId: string, onDone: () => void) {
    const provider = useDataProvider();
    const notify = useNotify();
    const [error, setError] = useState<unknown>(null);
    const save = async (data: typeof BLANK): Promise<void> => {
        setError(null);
        try {
            const { data: user } = await provider.getOne('users', { id: userId });
            await provider.update('users', { id: userId, data: { ...user, ...data }, previousData: user });
            notify('crm.account.password_changed');
            onDone();
        } catch (refusal) {
            setError(refusal);
            notify((refusal as Error).message, { type: 'error' });
        }
    };
    return { save, error };
}
