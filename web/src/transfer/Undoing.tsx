/** How far the undoing of an import is, what it removed, gave back, or left alone, and why. */
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { Counts } from './Counts';
import { type Import, phaseOf } from './import';
import { KeptRecords } from './KeptRecords';
import { ProgressBar } from './ProgressBar';

const COUNTS = ['removed', 'restored', 'kept'] as const;

export const Undoing = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    const title = translate(`crm.import.${phaseOf(current)}`);
    return (
        <Section title={title}>
            {current.undo_state === 'running' ? <ProgressBar headed text={title} part={current.progress} /> : null}
            <Counts counts={COUNTS.map(count => ({ label: `crm.import.${count}`, value: current[count] }))} />
            {current.undo_state === 'done' && current.kept > 0 ? <KeptRecords current={current} /> : null}
        </Section>
    );
};
