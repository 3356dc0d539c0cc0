/** The name of another record, of which only the id stands here. */
import { type RaRecord, useGetManyAggregate, useTranslate } from 'ra-core';

type Named = RaRecord & { name?: string; site_label?: string | null; first_name?: string; last_name?: string };

const nameOf = ({ name, site_label, first_name, last_name }: Named): string =>
    name ? name + (site_label ? ` (${site_label})` : '') : [first_name, last_name].filter(Boolean).join(' ');

export const RecordName = ({ resource, id }: { resource: string; id: string }) => {
    const translate = useTranslate();
    const { data, isPending } = useGetManyAggregate<Named>(resource, { ids: [id] });
    if (isPending) return '…';
    return data?.[0] ? nameOf(data[0]) : translate(resource === 'interests' ? 'crm.interests.gone' : 'crm.history.hidden');
};
