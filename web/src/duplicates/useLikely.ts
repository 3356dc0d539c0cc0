/** Asks who is there already once typing rests; the last answer stays until the next one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { duplicates, type Likely, type Twin } from '../api';

const RESTS_AFTER_MS = 350;

/** The text as it was when it last rested. */
function useRested(text: string): string {
    const [rested, setRested] = useState(text);
    useEffect(() => {
        const timer = setTimeout(() => setRested(text), RESTS_AFTER_MS);
        return () => clearTimeout(timer);
    }, [text]);
    return rested;
}

export function useLikely(resource: Twin, typed: Record<string, string> | null): Likely[] {
    const rested = useRested(JSON.stringify(typed));
    const asked = JSON.parse(rested) as Record<string, string> | null;
    const { data = [] } = useQuery({
        queryKey: [resource, 'likely', rested],
        queryFn: ({ signal }) => duplicates.likely(resource, asked ?? {}, signal),
        enabled: asked !== null,
        placeholderData: keepPreviousData,
        // A warning that does not come must not stand in the way of the form.
        retry: false,
    });
    return asked ? data : [];
}
