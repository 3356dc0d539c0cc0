/** Somebody saved the record first: nothing typed is lost, and the person decides how to go on. */
import { useQueryClient } from '@tanstack/react-query';
import { type RaRecord, useDataProvider, useNotify, useRedirect, useResourceContext, useTranslate } from 'ra-core';
import { type FieldValues, useFormContext } from 'react-hook-form';
import { changesOf } from '../api';
import { ConflictDialog } from './ConflictDialog';
import { labelOf } from './history';
import { pathTo, WHOLE } from './paths';

/** What was typed, the record as it was when typing began, and as it is now. */
export type Clash = { typed: FieldValues; before: RaRecord | undefined; current: RaRecord | undefined };

type Props = { clash: Clash; close: () => void };

/** These change with every save and say nothing to a person. */
const BOOKKEEPING = ['version', 'updated_at'];

export const Conflict = ({ clash, close }: Props) => {
    const translate = useTranslate();
    const resource = useResourceContext() ?? '';
    const { keep, reload } = useWaysOut(clash, close);
    const changed = Object.keys(changesOf(clash.current ?? {}, clash.before)).filter(field => !BOOKKEEPING.includes(field));
    return (
        <ConflictDialog
            changed={changed.map(field => labelOf(field, resource, translate))}
            onKeep={() => void keep()}
            onReload={reload}
            onContinue={close}
        />
    );
};

function useWaysOut({ typed, before, current }: Clash, close: () => void) {
    const resource = useResourceContext() ?? '';
    const provider = useDataProvider();
    const client = useQueryClient();
    const form = useFormContext();
    const notify = useNotify();
    const redirect = useRedirect();
    const id = before?.id ?? '';

    /** Writes on the record as it is now only what was typed here. */
    const keep = async () => {
        try {
            const data = { ...current, ...changesOf(typed, before) };
            await provider.update(resource, { id, data, previousData: current as RaRecord });
            form.reset(data);
            await client.invalidateQueries({ queryKey: [resource] });
            notify('crm.record.updated_done');
            redirect(pathTo(resource, id));
        } catch (error) {
            notify((error as Error).message, { type: 'error' });
        }
        close();
    };
    const reload = () => {
        form.reset();
        client.setQueryData([resource, 'getOne', { id: String(id), meta: WHOLE }], current);
        close();
    };
    return { keep, reload };
}
