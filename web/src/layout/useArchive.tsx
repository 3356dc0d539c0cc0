/** Takes a record out of the lists or puts it back; whoever did it by mistake undoes it with one click. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { type Identifier, useCloseNotification, useDataProvider, useNotify, useResourceContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { type CrmProvider, firstMessage } from '../api';

export type Verb = 'archive' | 'restore';

type Target = { id: Identifier; name: string };

/** The undo outlives the page it was clicked on: it holds all it needs. `act` tells whether it was done. */
export function useArchive(): { act: (verb: Verb, target: Target) => Promise<boolean>; acting: boolean } {
    const resource = useResourceContext() ?? '';
    const provider = useDataProvider<CrmProvider>();
    const client = useQueryClient();
    const notify = useNotify();
    const [acting, setActing] = useState(false);
    const act = async (verb: Verb, target: Target): Promise<boolean> => {
        setActing(true);
        try {
            await provider[verb](resource, { id: target.id });
            await client.invalidateQueries({ queryKey: [resource] });
            notify(<Done verb={verb} name={target.name} undo={() => void act(opposite(verb), target)} />, { autoHideDuration: 10_000 });
            return true;
        } catch (error) {
            notify(firstMessage(error) ?? (error as Error).message, { type: 'error' });
            return false;
        } finally {
            setActing(false);
        }
    };
    return { act, acting };
}

const opposite = (verb: Verb): Verb => (verb === 'archive' ? 'restore' : 'archive');

const Done = ({ verb, name, undo }: { verb: Verb; name: string; undo: () => void }) => {
    const translate = useTranslate();
    const close = useCloseNotification();
    const undoAndClose = () => {
        undo();
        close?.();
    };
    return (
        <Alert severity="success" variant="filled" action={<Button color="inherit" size="small" onClick={undoAndClose}>{translate('crm.action.undo')}</Button>}>
            {translate(`crm.record.${verb}d_done`, { name })}
        </Alert>
    );
};
