/** What two records bring together without anybody choosing: fields only one fills, positions, interests, kinds. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import type { CareerLine, MergePreview, Twin } from '../api';
import { useFormat } from '../i18n';
import { FieldValue, labelOf } from '../layout';
import { FieldList, Section } from '../ui';
import { isDifference, settledValue } from './twin';

export const Together = ({ resource, preview }: { resource: Twin; preview: MergePreview }) => {
    const translate = useTranslate();
    const lines = preview.fields
        .filter(field => !isDifference(field))
        .map(field => ({ label: labelOf(field.field, resource, translate), value: <FieldValue field={field.field} value={settledValue(field)} /> }));
    const { interests = [], kinds = [] } = preview;
    return (
        <Section title={translate('crm.duplicates.together')}>
            <FieldList
                empty={translate('crm.record.nothing')}
                lines={[
                    ...lines,
                    { label: translate('crm.interests.title'), value: interests.length ? <FieldValue field="interest_ids" value={interests} /> : null },
                    { label: labelOf('kinds', 'companies', translate), value: kinds.length ? <FieldValue field="kinds" value={kinds} /> : null },
                    { label: translate('crm.record.positions'), value: preview.positions.length ? <Career lines={preview.positions} /> : null },
                ]}
            />
            {resource === 'companies' ? <Typography sx={{ mt: 1.5, color: 'text.secondary' }}>{translate('crm.duplicates.people_follow')}</Typography> : null}
        </Section>
    );
};

const Career = ({ lines }: { lines: CareerLine[] }) => {
    const translate = useTranslate();
    const format = useFormat();
    return (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {lines.map(({ id, title, company, start, end, is_main, from }) => (
                <li key={id}>
                    {[title, company].filter(Boolean).join(', ')}
                    {start || end ? ` (${[start, end].map(date => (date ? format.date(date) : '…')).join(' – ')})` : ''}
                    {is_main ? ` · ${translate('resources.positions.fields.is_main')}` : ''}
                    {from === 'both' ? ` · ${translate('crm.duplicates.joined')}` : ''}
                </li>
            ))}
        </Box>
    );
};
