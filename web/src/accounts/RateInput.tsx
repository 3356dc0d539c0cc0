/** What an hour of a colleague costs, written as in the reader's language. */
import InputAdornment from '@mui/material/InputAdornment';
import { useLocale } from 'ra-core';
import { TextInput } from 'ra-ui-materialui';
import { rateToKeep, rateToShow } from './user';

const euros = { input: { endAdornment: <InputAdornment position="end">€ / h</InputAdornment> }, htmlInput: { inputMode: 'decimal' } } as const;

export const RateInput = () => {
    const locale = useLocale();
    return (
        <TextInput
            source="hourly_rate"
            format={(rate: string | null) => rateToShow(rate, locale)}
            parse={rateToKeep}
            helperText="crm.users.rate_hint"
            autoComplete="off"
            slotProps={euros}
        />
    );
};
