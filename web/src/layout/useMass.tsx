/** Does one thing to many records, tells what became of it, and offers to take it back. */
import { useQueryClient } from '@tanstack/react-query';
import { type Identifier, useNotify, useResourceContext } from 'ra-core';
import { firstMessage, mass, type MassAction, type MassTask } from '../api';
import { MassDone } from './MassDone';
import { massRun } from './massRun';

/** The undo outlives the page it was clicked on: it holds all it needs. Answers whether anything was done. */
export function useMass(): (action: MassAction, ids: Identifier[]) => Promise<boolean> {
    const resource = useResourceContext() ?? '';
    const client = useQueryClient();
    const notify = useNotify();

    const run = async (word: string, tasks: MassTask[]): Promise<boolean> => {
        const total = tasks.reduce((sum, { ids }) => sum + ids.length, 0);
        try {
            const { done, failed, undo } = await massRun.follow(total, (tell, signal) => mass.act(resource, tasks, tell, signal));
            await client.invalidateQueries({ queryKey: [resource] });
            if (failed.length) massRun.fail(resource, failed);
            const takeBack = undo.length && word !== 'undo' ? () => void run('undo', undo) : undefined;
            if (done.length) notify(<MassDone word={word} count={done.length} undo={takeBack} />, { autoHideDuration: 15_000 });
            return done.length > 0;
        } catch (error) {
            notify(firstMessage(error) ?? (error as Error).message, { type: 'error' });
            return false;
        }
    };
    return (action, ids) => run(action.action, [{ ...action, ids }]);
}
