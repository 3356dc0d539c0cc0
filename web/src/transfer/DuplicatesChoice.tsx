/** What happens to a row whose person, or company, is already there. */
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import type { Duplicates, Target } from './import';

type Props = { resource: Target; value: Duplicates; onChange: (value: Duplicates) => void };

export const DuplicatesChoice = ({ resource, value, onChange }: Props) => {
    const translate = useTranslate();
    return (
        <div>
            <FormLabel id="import-duplicates">{translate(`crm.import.known_${resource}`)}</FormLabel>
            <RadioGroup aria-labelledby="import-duplicates" value={value} onChange={event => onChange(event.target.value as Duplicates)}>
                {(['update', 'create'] as const).map(one => (
                    <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`crm.import.duplicates.${one}`)} />
                ))}
            </RadioGroup>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {translate(`crm.import.duplicates_hint.${value}`)}
            </Typography>
        </div>
    );
};
