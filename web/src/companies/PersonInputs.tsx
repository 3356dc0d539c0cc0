/** Who takes up the position: somebody known, found by any part of the name, or somebody new, made with the position. */
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { AutocompleteInput, ReferenceInput, TextInput } from 'ra-ui-materialui';
import { useFormContext, useWatch } from 'react-hook-form';
import { asTyped, BEGIN_HERE, BY_LAST_NAME, FEW, NOTHING } from './picking';
import { splitName } from './position';

const label = (field: string): string => `resources.contacts.fields.${field}`;

export const PersonInputs = () => {
    const isNew = useWatch({ name: 'is_new' });
    return isNew ? <NewPerson /> : <KnownPerson />;
};

const KnownPerson = () => {
    const form = useFormContext();
    const begin = (typed = '') => {
        const { first_name, last_name } = splitName(typed);
        form.setValue('first_name', first_name, { shouldDirty: true });
        form.setValue('last_name', last_name, { shouldDirty: true });
        form.setValue('is_new', true);
        return NOTHING;
    };
    return (
        <ReferenceInput source="contact_id" reference="contacts" sort={BY_LAST_NAME} perPage={FEW}>
            <AutocompleteInput
                label="crm.positions.person"
                optionText="name"
                filterToQuery={asTyped}
                onCreate={begin}
                createItemLabel="crm.picker.create"
                noOptionsText="crm.picker.nothing"
                helperText="crm.picker.by_anything"
                isRequired
                autoHighlight
                className="wide"
                {...BEGIN_HERE}
            />
        </ReferenceInput>
    );
};

const NewPerson = () => {
    const translate = useTranslate();
    const form = useFormContext();
    return (
        <>
            <TextInput source="first_name" label={label('first_name')} autoFocus autoComplete="off" />
            <TextInput source="last_name" label={label('last_name')} isRequired autoComplete="off" />
            <Button color="inherit" className="wide" sx={{ justifySelf: 'start', mb: 1 }} onClick={() => form.setValue('is_new', false)}>
                {translate('crm.picker.back')}
            </Button>
        </>
    );
};
