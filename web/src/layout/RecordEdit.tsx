/** The page where a record is changed: saves at once, and asks when somebody else saved first. */
import Skeleton from '@mui/material/Skeleton';
import { EditBase, type HttpError, type RaRecord, useEditContext, useNotify, useTranslate } from 'ra-core';
import { type ReactNode, useEffect, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useParams } from 'react-router-dom';
import { Page } from '../ui';
import type { Clash } from './difference';
import { clashOf } from './Conflict';
import { EditConflict } from './EditConflict';
import { Missing } from './Missing';
import { pathTo, WHOLE } from './paths';
import { ReadOnly } from './ReadOnly';
import { RecordForm } from './RecordForm';
import { useMayWrite } from './rights';

type Props<T extends RaRecord> = {
    resource: string;
    name: (record: T) => string;
    /** What is sent, of what was typed. */
    transform: (values: FieldValues) => FieldValues;
    validate: (values: FieldValues) => Record<string, string>;
    /** Where saving and cancelling lead, if not to the page of the record. */
    back?: string;
    /** What else can be done with the record, beside its name. */
    actions?: ReactNode;
    children: ReactNode;
};

type Sent = { data?: FieldValues; previousData?: RaRecord };

export const RecordEdit = <T extends RaRecord>(props: Props<T>) => {
    const { id } = useParams();
    return <OneRecord key={id} {...props} />;
};

const OneRecord = <T extends RaRecord>(props: Props<T>) => {
    const [clash, setClash] = useState<Clash | null>(null);
    const [open, setOpen] = useState(false);
    const tell = useTell();
    const onError = (error: Error, { data = {}, previousData = { id: '' } }: Sent) => {
        const found = clashOf(error, data, previousData);
        if (found) setClash(found);
        else tell(error as HttpError);
    };
    return (
        <EditBase
            resource={props.resource}
            mutationMode="pessimistic"
            transform={props.transform}
            redirect={(resource = '', id = '') => props.back ?? pathTo(resource, id)}
            // Asked anew while somebody types, a colleague's version would pass for the one they opened, and be overwritten unseen.
            queryOptions={{ meta: WHOLE, enabled: !open, onError: () => undefined }}
            mutationOptions={{ meta: WHOLE, onError }}
        >
            <Body {...props} open={open} onOpen={() => setOpen(true)} conflict={clash ? <EditConflict clash={clash} setClash={setClash} /> : null} />
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

type BodyProps<T extends RaRecord> = Props<T> & { open: boolean; onOpen: () => void; conflict: ReactNode };

const Body = <T extends RaRecord>({ resource, name, validate, back, actions, children, open, onOpen, conflict }: BodyProps<T>) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    const { record, error, isFetching } = useEditContext<T>();
    // The form opens on the record as it is now: one that arrived later would overwrite what was typed meanwhile.
    const isFresh = Boolean(record) && !isFetching;
    useEffect(() => {
        if (isFresh && !open) onOpen();
    }, [isFresh, open, onOpen]);
    if (!mayWrite) return <ReadOnly />;
    if (error && !record) return <Missing resource={resource} error={error} />;
    if (!open || !record) return <Page title="…" heading={<Skeleton width={260} />} width={920}>{null}</Page>;
    return (
        <Page title={`${translate('crm.action.edit')} · ${name(record)}`} heading={name(record)} actions={actions} width={920}>
            <RecordForm cancel={back ?? pathTo(resource, record.id)} validate={validate}>
                {children}
                {conflict}
            </RecordForm>
        </Page>
    );
};
