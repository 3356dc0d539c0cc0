/** How far the undoing of an import is, what it removed, gave back, or left alone, and why. */
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { Counts } from './Counts';
import { type Import, keptAddress, phaseOf } from './import';
import { ProgressBar } from './ProgressBar';

const COUNTS = ['removed', 'restored', 'kept'] as const;

export const Undoing = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    const title = translate(`crm.import.${phaseOf(current)}`);
    return (
        <Section title={title}>
            <ProgressBar text={title} part={current.progress} />
            <Counts counts={COUNTS.map(count => ({ label: `crm.import.${count}`, value: current[count] }))} />
            {current.undo_state === 'done' && current.kept > 0 ? <Kept id={current.id} /> : null}
        </Section>
    );
};

const Kept = ({ id }: { id: string }) => {
    const translate = useTranslate();
    return (
        <>
            <Typography sx={{ color: 'text.secondary', mt: 2, mb: 1 }}>{translate('crm.import.kept_hint')}</Typography>
            <Button href={keptAddress(id)} download startIcon={<FileDownloadOutlined />}>
                {translate('crm.import.kept_download')}
            </Button>
        </>
    );
};
