/** How far the undoing of an import is, and what it removed, gave back, or left alone. */
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { Counts } from './Counts';
import { type Import, phaseOf } from './import';
import { ProgressBar } from './ProgressBar';

export const Undoing = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    const title = translate(`crm.import.${phaseOf(current)}`);
    return <Section title={title}><Counts counts={(['removed', 'restored', 'kept'] as const).map(count => ({ label: `crm.import.${count}`, value: current[count] }))} /><ProgressBar text={title} part={1} /></Section>;
};
