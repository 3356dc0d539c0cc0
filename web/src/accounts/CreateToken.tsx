/** Makes a token: what it is for, and until when it may be used. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { fieldMessage } from '../api';
import { endOfDay, type NewToken } from './token';
import { useRefusal } from './useRefusal';

const BLANK = { name: '', day: '' };

export const CreateToken = ({ onCreated }: { onCreated: (token: NewToken) => void }) => {
    const translate = useTranslate();
    const [values, setValues] = useState(BLANK);
    const { create, refusal, error } = useCreateToken(token => {
        setValues(BLANK);
        onCreated(token);
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        void create(values);
    };
    const propsOf = (field: keyof typeof BLANK, onWire: string, hint: string) => ({
        label: translate(`crm.tokens.${field}`),
        value: values[field],
        error: Boolean(fieldMessage(error, onWire)),
        helperText: fieldMessage(error, onWire) ?? translate(hint),
        onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
    });
    return (
        <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '3fr 2fr' } }}>
            {refusal ? <Alert severity="error" sx={{ gridColumn: '1 / -1' }}>{translate(refusal)}</Alert> : null}
            <TextField {...propsOf('name', 'name', 'crm.tokens.name_hint')} autoComplete="off" required />
            <TextField {...propsOf('day', 'expires_at', 'crm.tokens.day_hint')} type="date" slotProps={{ inputLabel: { shrink: true } }} />
            <div>
                <Button type="submit" variant="contained">
                    {translate('crm.tokens.create')}
                </Button>
            </div>
        </Box>
    );
};

/** The secret passes by react-admin's cache: it is in the hands of the page alone. */
function useCreateToken(onCreated: (token: NewToken) => void) {
    const provider = useDataProvider();
    const client = useQueryClient();
    const { attempt, refusal, error } = useRefusal();
    const create = ({ name, day }: typeof BLANK) =>
        attempt(async () => {
            const { data } = await provider.create<NewToken>('tokens', { data: { name, expires_at: endOfDay(day) } });
            onCreated(data);
            await client.invalidateQueries({ queryKey: ['tokens'] });
        });
    return { create, refusal, error };
}
