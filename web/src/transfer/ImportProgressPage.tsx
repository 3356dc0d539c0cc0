/** One import: its columns until somebody lets it begin, then how far it is and what came of it. */
import { useGetOne } from 'ra-core';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { Missing, ReadOnly, useMayWrite } from '../layout';
import { type Import, isOpen, isUnderWay } from './import';
import { Outcome } from './Outcome';
import { Prepare } from './Prepare';
import { type Choices, choicesOf } from './preview';
import { RefusedRows } from './RefusedRows';
import { Stage } from './Stage';
import { Undoing } from './Undoing';
import { type Run, useRun } from './useRun';

/** Milliseconds between two looks at a running import. */
const LOOK_AGAIN = 800;

const ImportProgressPage = () => {
    const { id = '' } = useParams();
    const { data, error } = useGetOne<Import>('imports', { id }, {
        refetchInterval: query => (query.state.data && !isUnderWay(query.state.data) ? false : LOOK_AGAIN),
    });
    if (error && !data) return <Missing resource="imports" error={error} />;
    return data ? <Stages key={data.id} current={data} /> : null;
};

/** What was chosen outlives a rehearsal: the import itself begins with the same choices. */
const Stages = ({ current }: { current: Import }) => {
    const [choices, setChoices] = useState<Choices>(choicesOf(current));
    const [revising, setRevising] = useState(false);
    const run = useRun(current);
    const mayWrite = useMayWrite();
    if (isOpen(current) && !mayWrite) return <ReadOnly />;
    if (isOpen(current) || (revising && !isUnderWay(current))) {
        const start = async (...wish: Parameters<Run['run']>) => {
            const begun = await run.run(...wish);
            if (begun) setRevising(false);
            return begun;
        };
        return (
            <Stage name="prepare" title={current.file_name}>
                <Prepare current={current} choices={choices} onChange={setChoices} run={{ ...run, run: start }} />
            </Stage>
        );
    }
    return (
        <Stage name="outcome" title={current.file_name}>
            {current.undo_state ? <Undoing current={current} /> : null}
            <Outcome current={current} run={run} onImport={() => void run.run(choices, false)} onRevise={() => setRevising(true)} />
            {current.refused > 0 && !current.undo_state ? <RefusedRows current={current} /> : null}
        </Stage>
    );
};

export default ImportProgressPage;
