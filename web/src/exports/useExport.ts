/** Asks for an export and watches it until its file is there. */
import { useDataProvider, useGetOne } from 'ra-core';
import { useState } from 'react';
import { type CrmProvider, refusalText } from '../api';
import { type Export, exportOf, failureOf, isOver, type Manner, type Source } from './export';

/** Milliseconds between two looks at a running export. */
const LOOK_AGAIN = 600;

export type Exporting = {
    /** Whether it was asked for and has not failed. */
    begun: boolean;
    current: Export | undefined;
    /** A sentence, or a key of i18n. */
    refusal: string | null;
    start: (source: Source, manner: Manner) => Promise<void>;
};

export function useExport(): Exporting {
    const provider = useDataProvider<CrmProvider>();
    const [id, setId] = useState<string | null>(null);
    const [asking, setAsking] = useState(false);
    const [refusal, setRefusal] = useState<string | null>(null);
    const current = useCurrent(id);
    const start = async (source: Source, manner: Manner): Promise<void> => {
        setId(null);
        setRefusal(null);
        setAsking(true);
        try {
            const answer = await provider.create('exports', { data: exportOf(source, manner) });
            setId(String(answer.data.id));
        } catch (error) {
            setRefusal(refusalText(error));
        } finally {
            setAsking(false);
        }
    };
    const failure = refusal ?? failureOf(current);
    return { begun: !failure && (asking || id !== null), current, refusal: failure, start };
}

function useCurrent(id: string | null): Export | undefined {
    const { data } = useGetOne<Export>('exports', { id: id ?? '' }, {
        enabled: id !== null,
        refetchInterval: query => (query.state.data && isOver(query.state.data) ? false : LOOK_AGAIN),
    });
    return id === null ? undefined : data;
}
