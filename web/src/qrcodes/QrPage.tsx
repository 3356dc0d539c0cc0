/** The generator: a code of any address or text, drawn while it is typed. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { useFormat } from '../i18n';
import { Page } from '../ui';
import { LONGEST, textCode } from './code';
import { CodeActions } from './CodeActions';
import { QrImage } from './QrImage';

/** Milliseconds without a key after which a text is taken to be whole. */
const PAUSE = 300;

const QrPage = () => {
    const translate = useTranslate();
    const format = useFormat();
    const [text, setText] = useState('');
    const settled = useSettled(text);
    const src = textCode(settled);
    return (
        <Page title={translate('crm.qr.title')} width={760}>
            <Typography color="text.secondary" sx={{ mb: 2 }}>
                {translate('crm.qr.intro')}
            </Typography>
            <Card sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2.5 }}>
                <TextField
                    label={translate('crm.qr.text')}
                    value={text}
                    autoFocus
                    multiline
                    minRows={2}
                    maxRows={6}
                    placeholder="https://"
                    error={text.length > LONGEST}
                    helperText={text.length > LONGEST ? translate('crm.qr.too_long', { most: format.number(LONGEST) }) : translate('crm.qr.text_help')}
                    onChange={event => setText(event.target.value)}
                />
                {src ? <Drawn key={src} src={src} text={settled.trim()} /> : null}
            </Card>
        </Page>
    );
};

/** The text once nobody types any more: each letter would be drawn for nothing. */
function useSettled(text: string): string {
    const [settled, setSettled] = useState(text);
    useEffect(() => {
        const waiting = setTimeout(() => setSettled(text), PAUSE);
        return () => clearTimeout(waiting);
    }, [text]);
    return settled;
}

const Drawn = ({ src, text }: { src: string; text: string }) => {
    const translate = useTranslate();
    const [failed, setFailed] = useState(false);
    if (failed) return <Alert severity="warning">{translate('crm.qr.not_drawn')}</Alert>;
    return (
        <Box sx={{ display: 'grid', justifyItems: 'center', gap: 2 }}>
            <QrImage src={src} label={translate('crm.qr.of', { name: text })} side={300} onFailed={() => setFailed(true)} />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1 }}>
                <CodeActions src={src} name={text} />
            </Box>
        </Box>
    );
};

export default QrPage;
