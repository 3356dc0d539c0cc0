/** The answers to what stands in the box: asked when the typing pauses; an answer that comes too late is dropped. */
import { useEffect, useRef, useState } from 'react';
import { type Answer, refusalText, search } from '../api';
import { joined } from './search';

/** Long enough for the next letter of a quick typist. */
const PAUSE_MS = 120;

const NOTHING: Answer = { items: [], partial: false, next: null };

export type Found = Answer & {
    /** What was typed for these answers; others are on their way while it is not what stands in the box. */
    typed: string;
    error?: string;
};

export function useSearch(text: string) {
    const [found, setFound] = useState<Found>({ ...NOTHING, typed: '' });
    const asking = useRef<AbortController | null>(null);
    const typed = text.trim();

    const ask = (cursor?: string) => {
        asking.current?.abort();
        const mine = new AbortController();
        asking.current = mine;
        const show = (answer: Found) => {
            if (!mine.signal.aborted) setFound(before => (cursor ? { ...answer, items: joined(before.items, answer.items) } : answer));
        };
        search(typed, { cursor, signal: mine.signal }).then(
            answer => show({ ...answer, typed }),
            error => show({ ...NOTHING, typed, error: refusalText(error) }),
        );
    };

    useEffect(() => {
        if (!typed) return undefined;
        const pause = setTimeout(() => ask(), PAUSE_MS);
        return () => {
            clearTimeout(pause);
            asking.current?.abort();
        };
        // Asked anew only when something else is typed.
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [typed]);

    const shown = typed ? found : { ...NOTHING, typed: '' };
    return { found: shown, waiting: typed !== shown.typed, goOn: () => found.next && ask(found.next) };
}
