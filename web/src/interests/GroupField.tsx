/** The group of an interest: one that exists, or a new one typed. */
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';

type Props = { value: string; onChange: (group: string) => void; groups: string[]; error?: string };

export const GroupField = ({ value, onChange, groups, error }: Props) => {
    const translate = useTranslate();
    return (
        <Autocomplete
            freeSolo
            options={groups}
            inputValue={value}
            onInputChange={(_, typed) => onChange(typed)}
            renderInput={params => (
                <TextField {...params} label={translate('crm.interests.group')} error={Boolean(error)} helperText={error ?? translate('crm.interests.group_hint')} />
            )}
        />
    );
};
