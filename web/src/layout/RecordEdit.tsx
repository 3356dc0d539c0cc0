/** The page where a record is changed: saves at once, and asks when somebody else saved first. */
import Skeleton from '@mui/material/Skeleton';
import { EditBase, type HttpError, type RaRecord, useEditContext, useNotify, useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { statusOf } from '../api';
import { Page } from '../ui';
import { Conflict, type Clash } from './Conflict';
import { Missing } from './Missing';
import { pathTo, WHOLE } from './paths';
import { RecordForm } from './RecordForm';

type Props<T extends RaRecord> = {
    resource: string;
    name: (record: T) => string;
    /** What is sent, of what was typed. */
    transform: (values: FieldValues) => FieldValues;
    validate: (values: FieldValues) => Record<string, string>;
    children: ReactNode;
};

type Sent = { data?: FieldValues; previousData?: RaRecord };

export const RecordEdit = <T extends RaRecord>(props: Props<T>) => {
    const [clash, setClash] = useState<Clash | null>(null);
    const tell = useTell();
    const onError = (error: Error, sent: Sent) => {
        if (statusOf(error) !== 412) return tell(error as HttpError);
        const current = (error as HttpError).body?.current as RaRecord | undefined;
        setClash({ typed: sent.data ?? {}, before: sent.previousData, current });
    };
    return (
        <EditBase
            resource={props.resource}
            mutationMode="pessimistic"
            transform={props.transform}
            redirect={(resource = '', id = '') => pathTo(resource, id)}
            queryOptions={{ meta: WHOLE, onError: () => undefined }}
            mutationOptions={{ meta: WHOLE, onError }}
        >
            <Body {...props} conflict={clash ? <Conflict clash={clash} close={() => setClash(null)} /> : null} />
        </EditBase>
    );
};

/** Messages of fields stand beside the fields; the others are said aloud. */
function useTell(): (error: HttpError) => void {
    const notify = useNotify();
    return error => {
        if (!error.body?.errors) notify(error.message, { type: 'error', autoHideDuration: 10_000 });
    };
}

const Body = <T extends RaRecord>({ resource, name, validate, children, conflict }: Props<T> & { conflict: ReactNode }) => {
    const translate = useTranslate();
    const { record, error, isFetching } = useEditContext<T>();
    const [open, setOpen] = useState(false);
    if (error && !record) return <Missing resource={resource} error={error} />;
    // The form opens on the record as it is now: one that arrived later would overwrite what was typed meanwhile.
    if (!open && record && !isFetching) setOpen(true);
    if (!open || !record) return <Page title="…" heading={<Skeleton width={260} />} width={920}>{null}</Page>;
    return (
        <Page title={`${translate('crm.action.edit')} · ${name(record)}`} heading={name(record)} width={920}>
            <RecordForm cancel={pathTo(resource, record.id)} validate={validate}>
                {children}
                {conflict}
            </RecordForm>
        </Page>
    );
};
