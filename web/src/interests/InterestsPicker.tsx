/** Chooses any number of interests, found by a part of their name or group, without accents. */
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { inGroups, interestsOf, matching } from './interest';
import { useInterests } from './useInterests';

type Props = { label: string; hint?: string; ids: string[]; onChange: (ids: string[]) => void };

export const InterestsPicker = ({ label, hint, ids, onChange }: Props) => {
    const translate = useTranslate();
    const { interests, isPending } = useInterests();
    return (
        <Autocomplete
            multiple
            size="small"
            options={inGroups(interests)}
            value={interestsOf(ids, interests)}
            onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
            getOptionLabel={({ name }) => name}
            getOptionKey={({ id }) => id}
            groupBy={({ group }) => group ?? translate('crm.interests.no_group')}
            isOptionEqualToValue={(option, value) => option.id === value.id}
            filterOptions={matching}
            filterSelectedOptions
            autoHighlight
            loading={isPending}
            loadingText={translate('ra.page.loading')}
            noOptionsText={translate('crm.interests.nothing')}
            renderInput={params => <TextField {...params} label={label} helperText={hint} />}
        />
    );
};
