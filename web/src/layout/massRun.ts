/** The action on many that is under way, and what failed of the last one: both outlive the page they were begun on. */
import { useSyncExternalStore } from 'react';
import type { Failure } from '../api';

export type MassRun = {
    running?: { through: number; total: number; stop: () => void };
    failures?: { resource: string; failed: Failure[] };
};

let state: MassRun = {};
const listeners = new Set<() => void>();

function become(next: MassRun): void {
    state = next;
    listeners.forEach(listener => listener());
}

const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
};

export const useMassRun = (): MassRun => useSyncExternalStore(subscribe, () => state);

/** Shows the progress of `work` as long as it lasts. */
async function follow<T>(total: number, work: (tell: (through: number) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
    const stopper = new AbortController();
    const tell = (through: number) => become({ running: { through, total, stop: () => stopper.abort() } });
    tell(0);
    try {
        return await work(tell, stopper.signal);
    } finally {
        become({});
    }
}

export const massRun = {
    follow,
    fail: (resource: string, failed: Failure[]): void => become({ failures: { resource, failed } }),
    close: (): void => become({}),
};
