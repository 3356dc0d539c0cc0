/** Adds up the slices of a count that is too long for one answer. */
import { useDataProvider, useNotify } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import type { CrmProvider } from '../api';

type State = 'idle' | 'counting' | 'done';

export function useCount(filter: Record<string, unknown>) {
    const provider = useDataProvider<CrmProvider>();
    const notify = useNotify();
    const [count, setCount] = useState(0);
    const [state, setState] = useState<State>('idle');
    const walk = useRef<AbortController | null>(null);
    const stop = () => {
        walk.current?.abort();
        setState('idle');
    };
    useEffect(() => () => walk.current?.abort(), []);
    const start = async (): Promise<void> => {
        const controller = new AbortController();
        walk.current = controller;
        setState('counting');
        setCount(0);
        try {
            for await (const sum of provider.count('contacts', { filter, signal: controller.signal })) setCount(sum);
            setState('done');
        } catch (error) {
            if (controller.signal.aborted) return;
            setState('idle');
            notify((error as Error).message, { type: 'error' });
        }
    };
    return { count, state, start: () => void start(), stop };
}
