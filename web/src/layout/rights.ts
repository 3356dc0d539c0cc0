/** What the person at the screen may do: nobody is offered a button that would be refused. */
import { useSyncExternalStore } from 'react';
import { session } from '../api';
import { type Place, TOOLS } from './places';

const mayWrite = (): boolean => session.state().current?.user.role !== 'read_only';

const isAdmin = (): boolean => session.state().current?.user.role === 'admin';

const seesAll = (): boolean => session.state().current?.user.visibility !== 'own';

export const useMayWrite = (): boolean => useSyncExternalStore(session.subscribe, mayWrite);

export const useIsAdmin = (): boolean => useSyncExternalStore(session.subscribe, isAdmin);

/** Whether colleagues' records are there for this person too. */
export const useSeesAll = (): boolean => useSyncExternalStore(session.subscribe, seesAll);

/** The tools of the menus that are of use to this person. */
export function useTools(): Place[] {
    const may = useMayWrite();
    const admin = useIsAdmin();
    return TOOLS.filter(({ writes, admins }) => (may || !writes) && (admin || !admins));
}
