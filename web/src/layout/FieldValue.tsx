/** The value of a field in words, as a person would read it aloud. */
import { useLocale, useTranslate } from 'ra-core';
import { Fragment, type ReactNode } from 'react';
import { useFormat } from '../i18n';
import { countryName } from '../ui';
import { RecordName } from './RecordName';

const RECORDS: Record<string, string> = { owner_id: 'users', company_id: 'companies', parent_id: 'companies', contact_id: 'contacts', interest_ids: 'interests' };

const DATES = ['birthday', 'start', 'end'];

type Props = { field: string; value: unknown };

export const FieldValue = ({ field, value }: Props): ReactNode => {
    const translate = useTranslate();
    const name = field.split('.').pop() ?? field;
    if (isBlank(value)) return translate('crm.history.blank');
    if (RECORDS[name]) return <Names resource={RECORDS[name]} ids={[value].flat().map(String)} />;
    if (Array.isArray(value)) return value.map(one => translate(`crm.kinds.${one}`, { _: String(one) })).join(', ');
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    if (typeof value === 'object') return Object.values(value as object).filter(Boolean).join(', ');
    return <Text name={name} text={String(value)} />;
};

const Names = ({ resource, ids }: { resource: string; ids: string[] }) =>
    ids.map((id, place) => (
        <Fragment key={id}>
            {place ? ', ' : ''}
            <RecordName resource={resource} id={id} />
        </Fragment>
    ));

const isBlank = (value: unknown): boolean =>
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const Text = ({ name, text }: { name: string; text: string }) => {
    const format = useFormat();
    const locale = useLocale();
    if (DATES.includes(name)) return format.date(text);
    return name.endsWith('country') ? countryName(text, locale) : text;
};
