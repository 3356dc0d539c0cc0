/** The sheet before the house: what is read and asked of people who are not signed in is written on it. */
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useLocale, useTranslate } from 'ra-core';
import { type ReactNode, useEffect } from 'react';
import { PageTitle } from '../ui';
import { LanguageSwitch } from './LanguageSwitch';

type Props = {
    title: string;
    hint: string;
    /** What the words of `hint` name. */
    about?: Record<string, string>;
    children?: ReactNode;
    /** The way to another door. */
    other?: ReactNode;
};

export const Porch = ({ title, hint, about, children, other }: Props) => {
    const translate = useTranslate();
    const locale = useLocale();
    useEffect(() => {
        document.documentElement.lang = locale;
    }, [locale]);
    return (
        <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', alignContent: 'center', gap: 2, p: 2, bgcolor: 'background.default' }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
                <img src="/icon.svg" alt="" width={40} height={40} />
                <Typography sx={{ fontWeight: 700, fontSize: '1.25rem' }}>Simple CRM</Typography>
            </Box>
            <Card sx={{ width: '100%', maxWidth: 440, p: { xs: 2.5, sm: 4 }, display: 'grid', gap: 2 }}>
                <div>
                    <PageTitle title={translate(title)} />
                    <Typography sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{translate(hint, about)}</Typography>
                </div>
                {children}
            </Card>
            <Typography component="div" sx={{ textAlign: 'center' }}>
                {other}
            </Typography>
            <LanguageSwitch />
        </Box>
    );
};
