/** How far an import is, what it counted, and what can be done next. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useMayWrite } from '../layout';
import { Section } from '../ui';
import { Counts } from './Counts';
import { bringsNothing, type Import, isOver, isRepeatable, phaseOf } from './import';
import { ProgressBar } from './ProgressBar';
import { UndoImport } from './UndoImport';
import type { Run } from './useRun';

type Props = { current: Import; run: Run; onImport: () => void; onRevise: () => void };

const COUNTS = ['rows', 'created', 'updated', 'refused'] as const;

export const Outcome = (props: Props) => {
    const translate = useTranslate();
    const { current } = props;
    const words = current.dry_run ? 'crm.import.would' : 'crm.import';
    const phase = translate(`crm.import.${phaseOf({ ...current, undo_state: null })}`);
    return (
        <Section title={current.undo_state ? translate('crm.import.had_done') : phase}>
            {current.undo_state ? null : <Advance current={current} phase={phase} />}
            <Counts counts={COUNTS.map(count => ({ label: `${count === 'rows' ? 'crm.import' : words}.${count}`, value: current[count] }))} />
            {isOver(current) ? <Next {...props} /> : null}
        </Section>
    );
};

const Advance = ({ current, phase }: { current: Import; phase: string }) => {
    const translate = useTranslate();
    if (current.state === 'failed') return <Alert severity="error">{current.message ?? phase}</Alert>;
    return (
        <>
            {isOver(current) ? null : <ProgressBar headed text={phase} part={current.progress} />}
            {current.message ? <Alert severity="info" sx={{ mt: 1 }}>{current.message}</Alert> : null}
            {current.dry_run ? <Alert severity="info" sx={{ mt: 1 }}>{translate('crm.import.nothing_written')}</Alert> : null}
            <Typography role="status" sx={{ color: 'text.secondary', mt: 1 }}>{translate(isOver(current) ? 'crm.import.read_whole' : 'crm.import.leave')}</Typography>
        </>
    );
};

const Next = ({ current, run, onImport, onRevise }: Props) => {
    const mayWrite = useMayWrite();
    return (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2.5 }}>
            {current.dry_run && mayWrite ? <AfterRehearsal useless={bringsNothing(current)} run={run} onImport={onImport} onRevise={onRevise} /> : <AfterImport current={current} run={run} onRevise={onRevise} />}
        </Box>
    );
};

type Rehearsed = Omit<Props, 'current'> & { /** Whether the import would write nothing either. */ useless: boolean };

const AfterRehearsal = ({ useless, run, onImport, onRevise }: Rehearsed) => {
    const translate = useTranslate();
    return (
        <>
            <Button variant="contained" autoFocus={!useless} disabled={run.busy || useless} onClick={onImport}>
                {translate('crm.import.start')}
            </Button>
            <Button variant="outlined" autoFocus={useless} onClick={onRevise}>
                {translate('crm.import.revise')}
            </Button>
            {run.refusal ? <Alert severity="error">{translate(run.refusal)}</Alert> : null}
        </>
    );
};

const AfterImport = ({ current, run, onRevise }: { current: Import; run: Run; onRevise: () => void }) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    return (
        <>
            {isRepeatable(current) && mayWrite ? (
                <Button variant="outlined" onClick={onRevise}>
                    {translate('crm.import.revise')}
                </Button>
            ) : (
                <Button component={Link} to={`/${current.resource}`} variant="contained">
                    {translate(`crm.import.see_${current.resource}`)}
                </Button>
            )}
            <UndoImport current={current} run={run} />
            <Button component={Link} to="/imports" color="inherit">
                {translate('crm.import.again')}
            </Button>
        </>
    );
};
