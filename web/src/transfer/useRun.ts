/** Begins an import, its rehearsal or its undoing, and puts the answer where the page looks. */
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { useState } from 'react';
import { type CrmProvider, refusalText } from '../api';
import type { Import } from './import';
import { type Choices, runOptions } from './preview';

export type Run = {
    busy: boolean;
    /** Why it could not begin: a sentence, or a key of i18n. */
    refusal: string | null;
    /** Both tell whether it has begun. */
    run: (choices: Choices, dryRun: boolean) => Promise<boolean>;
    undo: () => Promise<boolean>;
};

export function useRun({ id }: Pick<Import, 'id'>): Run {
    const provider = useDataProvider<CrmProvider>();
    const client = useQueryClient();
    const [busy, setBusy] = useState(false);
    const [refusal, setRefusal] = useState<string | null>(null);
    const begin = async (asked: Promise<{ data: unknown }>): Promise<boolean> => {
        setBusy(true);
        setRefusal(null);
        try {
            const { data } = await asked;
            client.setQueriesData({ queryKey: ['imports', 'getOne', { id }] }, data);
            return true;
        } catch (error) {
            setRefusal(refusalText(error));
            return false;
        } finally {
            setBusy(false);
        }
    };
    return {
        busy,
        refusal,
        run: (choices, dryRun) => begin(provider.run('imports', { id, data: runOptions(choices, dryRun) })),
        undo: () => begin(provider.undo('imports', { id })),
    };
}
