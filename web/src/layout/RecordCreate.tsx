/** The page where a record begins. */
import { CreateBase, type RaRecord, useNotify, useRedirect, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Page } from '../ui';
import { pathTo } from './paths';
import { RecordForm } from './RecordForm';

type Props<T extends RaRecord> = {
    resource: string;
    title: string;
    name: (record: T) => string;
    transform: (values: FieldValues) => FieldValues;
    validate: (values: FieldValues) => Record<string, string>;
    defaultValues?: FieldValues;
    children: ReactNode;
};

export const RecordCreate = <T extends RaRecord>(props: Props<T>) => {
    const translate = useTranslate();
    const notify = useNotify();
    const redirect = useRedirect();
    const onSuccess = (record: T) => {
        notify('crm.record.created_done', { messageArgs: { name: props.name(record) } });
        redirect(pathTo(props.resource, record.id));
    };
    return (
        <CreateBase resource={props.resource} transform={props.transform} mutationOptions={{ onSuccess }}>
            <Page title={translate(props.title)} width={920}>
                <RecordForm cancel={`/${props.resource}`} validate={props.validate} defaultValues={props.defaultValues}>
                    {props.children}
                </RecordForm>
            </Page>
        </CreateBase>
    );
};
