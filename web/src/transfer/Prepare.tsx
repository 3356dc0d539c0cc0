/** The file is there: how it is read, what its columns become, then a rehearsal or the import itself. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { refusalText } from '../api';
import { Section } from '../ui';
import { CardSamples } from './CardSamples';
import { ColumnList } from './ColumnList';
import { DuplicatesChoice } from './DuplicatesChoice';
import { FileFormat } from './FileFormat';
import { FileSummary } from './FileSummary';
import type { Import } from './import';
import { type Choices, isNamed, type Preview, withFormat } from './preview';
import { usePreview } from './usePreview';
import type { Run } from './useRun';

type Props = { current: Import; choices: Choices; onChange: (choices: Choices) => void; run: Run };

export const Prepare = (props: Props) => {
    const translate = useTranslate();
    const { data: preview, error } = usePreview(props.current.id, props.choices);
    if (preview) return <Choosing {...props} preview={preview} failure={error} />;
    return (
        <Section title={translate('crm.import.prepare')}>
            {error ? <Alert severity="error" sx={{ mb: 2 }}>{translate(refusalText(error))}</Alert> : null}
            {error ? <OtherFile /> : translate('crm.import.looking')}
        </Section>
    );
};

type Shown = Props & { preview: Preview; failure: Error | null };

const Choosing = ({ current, choices, onChange, run, preview, failure }: Shown) => {
    const translate = useTranslate();
    const isTable = preview.kind === 'csv';
    const problem = failure ? refusalText(failure) : run.refusal;
    return (
        <>
            <Section title={translate('crm.import.prepare')}>
                {isTable ? <FileFormat preview={preview} choices={choices} onChange={format => onChange(withFormat(choices, format))} /> : null}
                <FileSummary current={current} choices={choices} preview={preview} />
                <Box sx={{ mt: 2.5 }}>
                    <DuplicatesChoice resource={current.resource} value={choices.duplicates} onChange={duplicates => onChange({ ...choices, duplicates })} />
                </Box>
                {problem ? <Alert severity="error" sx={{ mt: 2 }}>{translate(problem)}</Alert> : null}
                <Start choices={choices} run={run} ready={isNamed(preview, choices.mapping, current.resource) && !failure} />
            </Section>
            <Section title={translate(`crm.import.columns_${preview.kind}`)}>
                {isTable ? <ColumnList preview={preview} choices={choices} onChange={onChange} /> : <CardSamples preview={preview} />}
            </Section>
        </>
    );
};

const Start = ({ choices, run, ready }: { choices: Choices; run: Run; ready: boolean }) => {
    const translate = useTranslate();
    return (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2.5 }}>
            <Button variant="contained" disabled={run.busy || !ready} onClick={() => void run.run(choices, false)}>
                {translate('crm.import.start')}
            </Button>
            <Button variant="outlined" disabled={run.busy || !ready} onClick={() => void run.run(choices, true)} title={translate('crm.import.rehearse_hint')}>
                {translate('crm.import.rehearse')}
            </Button>
            <OtherFile />
        </Box>
    );
};

const OtherFile = () => {
    const translate = useTranslate();
    return (
        <Button component={Link} to="/imports" color="inherit">
            {translate('crm.import.other')}
        </Button>
    );
};
