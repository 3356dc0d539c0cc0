/** Chooses one interest, found by a part of its name or group, without accents. */
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { inGroups, type Interest, matching } from './interest';

type Props = { label: string; options: Interest[]; value: Interest | null; onChange: (interest: Interest | null) => void };

export const InterestPicker = ({ label, options, value, onChange }: Props) => {
    const translate = useTranslate();
    return (
        <Autocomplete
            size="small"
            options={inGroups(options)}
            value={value}
            onChange={(_, chosen) => onChange(chosen)}
            getOptionLabel={({ name }) => name}
            getOptionKey={({ id }) => id}
            groupBy={({ group }) => group ?? translate('crm.interests.no_group')}
            isOptionEqualToValue={(option, other) => option.id === other.id}
            filterOptions={matching}
            autoHighlight
            noOptionsText={translate('crm.interests.nothing')}
            renderInput={params => <TextField {...params} label={label} />}
        />
    );
};
