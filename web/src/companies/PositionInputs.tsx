/** The fields of a position besides its two ends. */
import { TextInput } from 'ra-ui-materialui';
import { HonestDateInput } from './HonestDateInput';

const label = (field: string): string => `resources.positions.fields.${field}`;

/** `prefix` stands before the names of the fields where the position is part of another form. */
export const PositionInputs = ({ prefix = '' }: { prefix?: string }) => (
    <>
        <TextInput source={`${prefix}title`} label={label('title')} autoComplete="off" />
        <TextInput source={`${prefix}work_email`} label={label('work_email')} type="email" autoComplete="off" />
        <TextInput source={`${prefix}work_mobile`} label={label('work_mobile')} type="tel" autoComplete="off" />
        <TextInput source={`${prefix}work_phone`} label={label('work_phone')} type="tel" autoComplete="off" />
        <HonestDateInput source={`${prefix}start`} label={label('start')} />
        <HonestDateInput source={`${prefix}end`} label={label('end')} />
    </>
);
