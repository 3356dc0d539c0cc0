/** The page where a record begins. */
import { CreateBase, type RaRecord, useNotify, useRedirect, useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldValues } from 'react-hook-form';
import { Page } from '../ui';
import { pathTo } from './paths';
import { ReadOnly } from './ReadOnly';
import { RecordForm } from './RecordForm';
import { useMayWrite } from './rights';

type Props<T extends RaRecord> = {
    resource: string;
    title: string;
    name: (record: T) => string;
    transform: (values: FieldValues) => FieldValues;
    validate: (values: FieldValues) => Record<string, unknown>;
    defaultValues?: FieldValues;
    /** Another way to save, beside the first. */
    more?: ReactNode;
    children: ReactNode;
};

export const RecordCreate = <T extends RaRecord>(props: Props<T>) => {
    const translate = useTranslate();
    const notify = useNotify();
    const redirect = useRedirect();
    const mayWrite = useMayWrite();
    const [isMade, setMade] = useState(false);
    const onSuccess = (record: T) => {
        // Until the record's page is there, the form must not be able to make it once more.
        flushSync(() => setMade(true));
        notify('crm.record.created_done', { messageArgs: { name: props.name(record) } });
        redirect(pathTo(props.resource, record.id));
    };
    if (!mayWrite) return <ReadOnly />;
    return (
        <CreateBase resource={props.resource} transform={props.transform} mutationOptions={{ onSuccess }}>
            <Page title={translate(props.title)} width={920}>
                {isMade ? null : (
                    <RecordForm cancel={`/${props.resource}`} validate={props.validate} defaultValues={props.defaultValues} more={props.more}>
                        {props.children}
                    </RecordForm>
                )}
            </Page>
        </CreateBase>
    );
};
