/** A date as far as it is known: a year, a month of it, or a day. */
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useInput, useLocale, useTranslate } from 'ra-core';
import { InputHelperText } from 'ra-ui-materialui';
import { useId, useMemo } from 'react';
import { joined, partsOf } from './position';

const months = (locale: string): string[] => {
    const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2000, month, 1))));
};

const digits = (text: string, most: number): string => text.replace(/\D/g, '').slice(0, most);

export const HonestDateInput = ({ source, label }: { source: string; label: string }) => {
    const translate = useTranslate();
    const locale = useLocale();
    const names = useMemo(() => months(locale), [locale]);
    const legend = useId();
    const { field, fieldState: { error } } = useInput({ source });
    const [year, month, day] = partsOf(field.value);
    const change = (parts: string[]) => field.onChange(joined(parts));
    return (
        <FormControl component="fieldset" error={Boolean(error)} aria-labelledby={legend} sx={{ minWidth: 0, mt: 0.5 }}>
            <FormLabel id={legend} component="legend" sx={{ fontSize: '0.85rem', mb: 1.25 }}>
                {translate(label)}
            </FormLabel>
            <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '5.2rem minmax(0, 1fr) 4.2rem' }}>
                <TextField label={translate('crm.positions.year')} value={year} error={Boolean(error)} inputRef={field.ref} onBlur={field.onBlur} onChange={event => change([digits(event.target.value, 4), month, day])} slotProps={NUMERIC} />
                <TextField select label={translate('crm.positions.month')} value={month} error={Boolean(error)} onChange={event => change([year, event.target.value, day])}>
                    <MenuItem value="">
                        <em>{translate('crm.positions.unknown')}</em>
                    </MenuItem>
                    {names.map((name, place) => (
                        <MenuItem key={name} value={String(place + 1).padStart(2, '0')}>
                            {name}
                        </MenuItem>
                    ))}
                </TextField>
                <TextField label={translate('crm.positions.day')} value={day} error={Boolean(error)} onChange={event => change([year, month, digits(event.target.value, 2)])} slotProps={NUMERIC} />
            </Box>
            <FormHelperText>
                <InputHelperText error={error?.message} helperText={false} />
            </FormHelperText>
        </FormControl>
    );
};

const NUMERIC = { htmlInput: { inputMode: 'numeric', autoComplete: 'off' } } as const;
