/** Chooses a colour by pressing it; each has a name for those who do not see it. */
import Check from '@mui/icons-material/Check';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { FieldTitle, useInput, useResourceContext, useTranslate } from 'ra-core';
import { useId } from 'react';
import { coloursWith } from './colours';

export const ColourInput = ({ source, className }: { source: string; className?: string }) => {
    const translate = useTranslate();
    const label = useId();
    const resource = useResourceContext();
    const { field, fieldState } = useInput({ source });
    const value = String(field.value ?? '').toLowerCase();
    return (
        <FormControl className={className} error={fieldState.invalid} sx={{ mt: 1, mb: 1.5 }}>
            <FormLabel id={label} sx={{ fontSize: '0.8rem' }}>
                <FieldTitle source={source} resource={resource} />
            </FormLabel>
            <RadioGroup row aria-labelledby={label} value={value} onChange={event => field.onChange(event.target.value)}>
                {coloursWith(value).map(({ id, name }) => (
                    <Radio key={id} value={id} title={translate(name)} slotProps={{ input: { 'aria-label': translate(name) } }} icon={<Swatch colour={id} />} checkedIcon={<Swatch colour={id} chosen />} sx={{ p: 0.5 }} />
                ))}
            </RadioGroup>
            {fieldState.error ? <FormHelperText>{translate(fieldState.error.message ?? '')}</FormHelperText> : null}
        </FormControl>
    );
};

const Swatch = ({ colour, chosen }: { colour: string; chosen?: boolean }) => (
    <Check sx={{ borderRadius: '50%', p: 0.4, fontSize: 28, bgcolor: colour, color: chosen ? '#fff' : 'transparent' }} />
);
