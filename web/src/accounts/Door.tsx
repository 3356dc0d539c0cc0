/** The sheet before the house: sign-in and sign-up are written on it. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useLocale, useTranslate } from 'ra-core';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { PageTitle } from '../ui';
import { LanguageSwitch } from './LanguageSwitch';

type Props = {
    title: string;
    hint: string;
    submit: string;
    /** What the server answered, when it refused. */
    refusal: string | null;
    busy: boolean;
    onSubmit: () => void;
    children: ReactNode;
    /** The way to the other door. */
    other: ReactNode;
};

export const Door = ({ title, hint, submit, refusal, busy, onSubmit, children, other }: Props) => {
    const translate = useTranslate();
    const locale = useLocale();
    useEffect(() => {
        document.documentElement.lang = locale;
    }, [locale]);
    const send = (event: FormEvent) => {
        event.preventDefault();
        onSubmit();
    };
    return (
        <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', alignContent: 'center', gap: 2, p: 2, bgcolor: 'background.default' }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
                <img src="/icon.svg" alt="" width={40} height={40} />
                <Typography sx={{ fontWeight: 700, fontSize: '1.25rem' }}>Simple CRM</Typography>
            </Box>
            <Card component="form" onSubmit={send} noValidate sx={{ width: '100%', maxWidth: 440, p: { xs: 2.5, sm: 4 }, display: 'grid', gap: 2 }}>
                <div>
                    <PageTitle title={translate(title)} />
                    <Typography sx={{ color: 'text.secondary' }}>{translate(hint)}</Typography>
                </div>
                <div role="alert">{refusal ? <Alert severity="error">{translate(refusal)}</Alert> : null}</div>
                {children}
                <Button type="submit" variant="contained" size="large" disabled={busy}>
                    {translate(submit)}
                </Button>
            </Card>
            <Typography component="div" sx={{ textAlign: 'center' }}>
                {other}
            </Typography>
            <LanguageSwitch />
        </Box>
    );
};
