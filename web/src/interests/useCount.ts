/** Adds up the slices of a count that is too long for one answer. */
import { useNotify } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { countOf } from '../api';

type State = 'idle' | 'counting' | 'done';

export function useCount(filter: Record<string, unknown>) {
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
            for await (const sum of countOf('contacts', filter, controller.signal)) setCount(sum);
            setState('done');
        } catch (error) {
            if (controller.signal.aborted) return;
            setState('idle');
            notify((error as Error).message, { type: 'error' });
        }
    };
    return { count, state, start: () => void start(), stop };
}
