/** The conflict over an open edit page: once it is settled, the record's own page follows. */
import { useQueryClient } from '@tanstack/react-query';
import { type RaRecord, useNotify, useRedirect, useResourceContext } from 'ra-core';
import { useFormContext } from 'react-hook-form';
import type { Clash } from './difference';
import { Conflict } from './Conflict';
import { pathTo } from './paths';

type Props = { clash: Clash; setClash: (clash: Clash | null) => void };

export const EditConflict = ({ clash, setClash }: Props) => {
    const resource = useResourceContext() ?? '';
    const client = useQueryClient();
    const form = useFormContext();
    const notify = useNotify();
    const redirect = useRedirect();
    const onSaved = async (record: RaRecord) => {
        form.reset(record);
        setClash(null);
        await client.invalidateQueries({ queryKey: [resource] });
        notify('crm.record.updated_done');
        redirect(pathTo(resource, record.id));
    };
    return <Conflict resource={resource} clash={clash} onSaved={record => void onSaved(record)} onContinue={() => setClash(null)} onClash={setClash} />;
};
