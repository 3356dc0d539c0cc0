/** A save came second: shows both versions, saves what is chosen, and asks again should a third person have been faster. */
import { type HttpError, type RaRecord, useDataProvider, useNotify } from 'ra-core';
import { useMemo } from 'react';
import { statusOf } from '../api';
import { type Choices, type Clash, differencesOf, merged } from './difference';
import { ConflictDialog } from './ConflictDialog';

type Props = {
    resource: string;
    clash: Clash;
    onSaved: (record: RaRecord) => void;
    /** Back to the form, where everything typed still stands. */
    onContinue: () => void;
    onClash: (clash: Clash) => void;
};

/** What a 412 tells of a clash; `undefined` for any other refusal. */
export function clashOf(error: unknown, typed: Clash['typed'], before: Clash['before']): Clash | undefined {
    const current = (error as HttpError).body?.current as Clash['current'] | undefined;
    return statusOf(error) === 412 && current ? { typed, before, current } : undefined;
}

export const Conflict = ({ resource, clash, onSaved, onContinue, onClash }: Props) => {
    const provider = useDataProvider();
    const notify = useNotify();
    const differences = useMemo(() => differencesOf(clash), [clash]);
    const current = clash.current as RaRecord;
    const save = async (choices: Choices) => {
        const data = merged(current, differences, choices);
        try {
            const saved = await provider.update(resource, { id: current.id, data, previousData: current });
            onSaved(saved.data);
        } catch (error) {
            const next = clashOf(error, data, current);
            if (next) return onClash(next);
            notify((error as Error).message, { type: 'error', autoHideDuration: 10_000 });
        }
    };
    return (
        // Another clash asks anew from the start.
        <ConflictDialog
            key={current.version}
            resource={resource}
            differences={differences}
            archived={Boolean(current.archived) && !clash.before.archived}
            onSave={choices => void save(choices)}
            onContinue={onContinue}
        />
    );
};
