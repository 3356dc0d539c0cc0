/** What the first cards of a file say, by the fields it goes to: their lines are known, there is nothing to choose. */
import { useTranslate } from 'ra-core';
import { FieldList } from '../ui';
import type { Column, Preview } from './preview';

const samplesOf = ({ samples }: Column): string => samples.filter(sample => sample.trim() !== '').join(' · ');

export const CardSamples = ({ preview: { columns, fields } }: { preview: Preview }) => {
    const translate = useTranslate();
    const labelOf = ({ field, header }: Column) => fields.find(({ name }) => name === (field ?? header))?.label ?? header;
    return <FieldList lines={columns.map(column => ({ label: labelOf(column), value: samplesOf(column) }))} empty={translate('crm.import.no_card_sample')} />;
};
