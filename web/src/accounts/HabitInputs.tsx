/** How somebody reads, lives and calls: language, time zone, telephone. */
import { AutocompleteInput, SelectInput } from 'ra-ui-materialui';
import { CALL_SCHEMES } from '../ui';
import { LOCALES } from './useLanguage';
import { zones } from './zones';

const named = (keys: readonly string[], prefix: string) => keys.map(id => ({ id, name: `${prefix}.${id}` }));

export const HabitInputs = () => (
    <>
        <SelectInput source="locale" choices={named(LOCALES, 'crm.locales')} />
        <AutocompleteInput source="time_zone" choices={zones()} translateChoice={false} disableClearable sx={{ mt: 1 }} />
        <SelectInput source="call_scheme" choices={named(CALL_SCHEMES, 'crm.schemes')} helperText="crm.account.call_scheme_hint" />
    </>
);
