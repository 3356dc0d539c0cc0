/** What the person at the screen may do: nobody is offered a button that would be refused. */
import { useSyncExternalStore } from 'react';
import { session } from '../api';
import { type Place, TOOLS } from './places';

const mayWrite = (): boolean => session.state().current?.user.role !== 'read_only';

const seesAll = (): boolean => session.state().current?.user.visibility !== 'own';

export const useMayWrite = (): boolean => useSyncExternalStore(session.subscribe, mayWrite);

/** Whether colleagues' records are there for this person too. */
export const useSeesAll = (): boolean => useSyncExternalStore(session.subscribe, seesAll);

/** The tools of the menus that are of use to this person. */
export function useTools(): Place[] {
    const may = useMayWrite();
    return TOOLS.filter(({ writes }) => may || !writes);
}
