/** The file is known: what is in it, and off it goes. */
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Section } from '../ui';
import { type Target, targetsOf } from './import';
import { ProgressBar } from './ProgressBar';
import type { Sending } from './useSending';

type Props = { file: File; sending: Sending; onOther: () => void };

export const SendFile = ({ file, sending, onOther }: Props) => {
    const translate = useTranslate();
    const [wished, setTarget] = useState<Target>('contacts');
    const targets = targetsOf(file);
    const target = targets.includes(wished) ? wished : targets[0];
    if (sending.part !== null) {
        return (
            <Section title={file.name}>
                <ProgressBar text={translate('crm.import.uploading')} part={sending.part} />
            </Section>
        );
    }
    return (
        <Section title={file.name}>
            <FormLabel id="import-target">{translate('crm.import.into')}</FormLabel>
            <RadioGroup aria-labelledby="import-target" value={target} onChange={event => setTarget(event.target.value as Target)}>
                {targets.map(one => (
                    <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`crm.import.${one}`)} />
                ))}
            </RadioGroup>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
                {translate('crm.import.look_hint')}
            </Typography>
            <Stack direction="row" sx={{ gap: 1, mt: 2, flexWrap: 'wrap' }}>
                <Button variant="contained" autoFocus onClick={() => void sending.send(file, target, { look: false })}>
                    {translate('crm.import.start')}
                </Button>
                <Button variant="outlined" onClick={() => void sending.send(file, target, { look: true })}>
                    {translate('crm.import.look')}
                </Button>
                <Button color="inherit" onClick={onOther}>
                    {translate('crm.import.other')}
                </Button>
            </Stack>
        </Section>
    );
};
