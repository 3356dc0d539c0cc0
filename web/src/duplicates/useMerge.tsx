/** Merges two records and leads to the one that was kept; whoever did it by mistake undoes it with one click. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useCloseNotification, useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { duplicates, type Merge, type MergePreview, refusalText, type Side, statusOf } from '../api';
import { pathTo, useMergeUndo } from '../layout';
import { type Asked, choicesToSend } from './twin';

/** `changed` is told that one of the two is no longer as it was shown. */
export function useMerge({ resource, winner, loser }: Asked, changed: () => void) {
    const client = useQueryClient();
    const notify = useNotify();
    const navigate = useNavigate();
    const { state } = useLocation();
    const { undo } = useMergeUndo();
    const [merging, setMerging] = useState(false);
    const merge = async (preview: MergePreview, chosen: Record<string, Side | 'both'>): Promise<void> => {
        setMerging(true);
        try {
            const made = await duplicates.merge(resource, winner, { loser_id: loser, choices: choicesToSend(chosen), versions: preview.versions });
            // All is old now, but nothing is asked for again here: the two of this page are no longer two.
            await client.invalidateQueries({ refetchType: 'none' });
            notify(<Done merge={made} kept={preview.winner.name} undo={() => void undo(made.id)} />, { autoHideDuration: 15_000 });
            void navigate(backIn(state) ?? pathTo(resource, winner), { replace: true });
        } catch (error) {
            notify(statusOf(error) === 412 ? 'crm.duplicates.changed' : refusalText(error), { type: 'error', autoHideDuration: 10_000 });
            if (statusOf(error) === 412) changed();
        } finally {
            setMerging(false);
        }
    };
    return { merge, merging };
}

/** Where one came from, if that page said so. */
export const backIn = (state: unknown): string | undefined => (state as { back?: string } | null)?.back;

const Done = ({ merge, kept, undo }: { merge: Merge; kept: string; undo: () => void }) => {
    const translate = useTranslate();
    const close = useCloseNotification();
    const undoAndClose = () => {
        undo();
        close?.();
    };
    const isDone = merge.state === 'done';
    return (
        <Alert
            severity="success"
            variant="filled"
            action={isDone ? <Button color="inherit" size="small" onClick={undoAndClose}>{translate('crm.action.undo')}</Button> : null}
        >
            {translate(isDone ? 'crm.duplicates.merged' : 'crm.duplicates.merging', { kept, loser: merge.loser })}
        </Alert>
    );
};
