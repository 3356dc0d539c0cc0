/** For whom the file is: each manner of writing named by who reads it. */
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { useFormat } from '../i18n';
import { type Manner, mannersOf, type Source } from './export';

type Props = { source: Source; value: Manner; onChange: (manner: Manner) => void };

export const MannerChoice = ({ source, value, onChange }: Props) => {
    const translate = useTranslate();
    const label = useId();
    return (
        <>
            <Amount source={source} />
            <FormLabel id={label}>{translate('crm.export.format')}</FormLabel>
            <RadioGroup aria-labelledby={label} value={value} onChange={event => onChange(event.target.value as Manner)}>
                {mannersOf(source.resource).map(manner => (
                    <FormControlLabel key={manner} value={manner} control={<Radio />} label={<Words manner={manner} />} sx={{ alignItems: 'flex-start', mt: 1 }} />
                ))}
            </RadioGroup>
        </>
    );
};

/** Whether it is a selection, of how many, or all there is. */
const Amount = ({ source: { filters } }: { source: Source }) => {
    const translate = useTranslate();
    const format = useFormat();
    const count = Array.isArray(filters.ids) ? filters.ids.length : null;
    return (
        <Typography sx={{ mb: 2 }}>
            {count === null ? translate('crm.export.all') : translate('crm.export.chosen', { smart_count: count, shown: format.number(count) })}
        </Typography>
    );
};

const Words = ({ manner }: { manner: Manner }) => {
    const translate = useTranslate();
    return (
        <Box sx={{ pt: 1 }}>
            <Typography>{translate(`crm.export.formats.${manner}.name`)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {translate(`crm.export.formats.${manner}.hint`)}
            </Typography>
        </Box>
    );
};
