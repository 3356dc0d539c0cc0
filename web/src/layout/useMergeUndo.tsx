/** Takes a merge back: from the notice just after it, or from the history of the record that was kept. */
import { useQueryClient } from '@tanstack/react-query';
import { type Identifier, useNotify } from 'ra-core';
import { useState } from 'react';
import { duplicates, refusalText } from '../api';

/** It outlives the page it was clicked on: it holds all it needs. */
export function useMergeUndo(): { undo: (merge: Identifier) => Promise<void>; undoing: boolean } {
    const client = useQueryClient();
    const notify = useNotify();
    const [undoing, setUndoing] = useState(false);
    const undo = async (merge: Identifier): Promise<void> => {
        setUndoing(true);
        try {
            const { state } = await duplicates.undo(merge);
            await client.invalidateQueries();
            notify(state === 'undone' ? 'crm.duplicates.undone' : 'crm.duplicates.undoing', { type: 'success' });
        } catch (error) {
            notify(refusalText(error), { type: 'error', autoHideDuration: 10_000 });
        } finally {
            setUndoing(false);
        }
    };
    return { undo, undoing };
}
