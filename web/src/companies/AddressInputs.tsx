/** The fields of a postal address, of a company or of a person. */
import { useLocale } from 'ra-core';
import { AutocompleteInput, TextInput } from 'ra-ui-materialui';
import { useMemo } from 'react';
import { countries } from '../ui';

/** `prefix` stands before the names of the fields: `personal_` for a person's. */
export const AddressInputs = ({ prefix = '' }: { prefix?: string }) => {
    const locale = useLocale();
    const choices = useMemo(() => countries(locale), [locale]);
    return (
        <>
            <TextInput source={`${prefix}street`} className="wide" multiline autoComplete="off" />
            <TextInput source={`${prefix}postal_code`} autoComplete="off" />
            <TextInput source={`${prefix}city`} autoComplete="off" />
            <AutocompleteInput source={`${prefix}country`} choices={choices} translateChoice={false} />
        </>
    );
};
