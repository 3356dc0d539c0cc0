/** A form before the house: sign-in, sign-up, an invitation, a forgotten password. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import type { ComponentProps, FormEvent } from 'react';
import { Porch } from './Porch';

type Props = ComponentProps<typeof Porch> & {
    submit: string;
    /** What the server answered, when it refused. */
    refusal: string | null;
    busy: boolean;
    onSubmit: () => void;
};

export const Door = ({ submit, refusal, busy, onSubmit, children, ...porch }: Props) => {
    const translate = useTranslate();
    const send = (event: FormEvent) => {
        event.preventDefault();
        onSubmit();
    };
    return (
        <Porch {...porch}>
            <Box component="form" onSubmit={send} noValidate sx={{ display: 'grid', gap: 2 }}>
                <div role="alert">{refusal ? <Alert severity="error">{translate(refusal)}</Alert> : null}</div>
                {children}
                <Button type="submit" variant="contained" size="large" disabled={busy}>
                    {translate(submit)}
                </Button>
            </Box>
        </Porch>
    );
};
