/** What is done to a position: saved, made the main one, taken away and brought back. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useCloseNotification, useDataProvider, useNotify, useTranslate } from 'ra-core';
import { type CrmProvider } from '../api';
import type { Position } from './position';

type Ends = Pick<Position, 'contact_id'>;

/** Both records show a position, the person's history tells it, and lists show the main one. */
export function usePositionRefresh(): (ends: Ends) => Promise<void> {
    const client = useQueryClient();
    return async ({ contact_id }) => {
        const stale = [['positions'], ['contacts'], [`contacts/${contact_id}/history`]];
        await Promise.all(stale.map(queryKey => client.invalidateQueries({ queryKey })));
    };
}

export function usePositionVerbs() {
    const provider = useDataProvider<CrmProvider>();
    const refresh = usePositionRefresh();
    const notify = useNotify();
    const attempt = async (position: Position, act: () => Promise<unknown>): Promise<void> => {
        try {
            await act();
        } catch (error) {
            notify((error as Error).message, { type: 'error' });
        } finally {
            await refresh(position);
        }
    };
    const choose = async (position: Position): Promise<void> => {
        await provider.update('positions', { id: position.id, data: { ...position, is_main: true }, previousData: position });
    };
    const bringBack = (position: Position) =>
        attempt(position, async () => {
            const { data } = await provider.restore('positions', { id: position.id });
            // The next one has taken its place meanwhile.
            if (position.is_main && !data.is_main) await choose(data as unknown as Position);
        });
    const takeAway = (position: Position) =>
        attempt(position, async () => {
            await provider.archive('positions', { id: position.id });
            notify(<TakenAway position={position} undo={() => void bringBack(position)} />, { autoHideDuration: 10_000 });
        });
    const makeMain = (position: Position) =>
        attempt(position, async () => {
            await choose(position);
            notify('crm.positions.main_done', { messageArgs: { company: position.company } });
        });
    return { takeAway, makeMain };
}

const TakenAway = ({ position, undo }: { position: Position; undo: () => void }) => {
    const translate = useTranslate();
    const close = useCloseNotification();
    const undoAndClose = () => {
        undo();
        close?.();
    };
    return (
        <Alert severity="success" variant="filled" action={<Button color="inherit" size="small" onClick={undoAndClose}>{translate('crm.action.undo')}</Button>}>
            {translate('crm.positions.removed_done', { contact: position.contact, company: position.company })}
        </Alert>
    );
};
