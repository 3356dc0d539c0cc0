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
import { type Import, isOfRows } from './import';
import { type Choices, isMisread, isNamed, isUnread, type Preview, UNTOLD, withFormat } from './preview';
import { usePreview } from './usePreview';
import type { Run } from './useRun';

type Props = { current: Import; choices: Choices; onChange: (choices: Choices) => void; run: Run };

export const Prepare = (props: Props) => {
    const { current, choices, onChange } = props;
    const translate = useTranslate();
    const { preview, failure, recognised } = usePreview(current.id, choices);
    // A choice that is refused must stay where it can be taken back.
    const writing = preview ?? recognised ?? (failure && isOfRows(current) ? UNTOLD : undefined);
    const misread = preview !== undefined && isMisread(preview, recognised);
    return (
        <>
            <Section title={translate('crm.import.prepare')}>
                {writing?.kind === 'csv' ? <FileFormat writing={writing} choices={choices} misread={misread} onChange={format => onChange(withFormat(choices, format))} /> : null}
                {preview ? <Choosing {...props} preview={preview} failure={failure} misread={misread} /> : <Unseen failure={failure} />}
            </Section>
            {preview ? <Content choices={choices} onChange={onChange} preview={preview} /> : null}
        </>
    );
};

const Unseen = ({ failure }: { failure: Error | null }) => {
    const translate = useTranslate();
    if (!failure) return translate('crm.import.looking');
    return (
        <>
            <Alert severity="error" sx={{ my: 2 }}>{translate(refusalText(failure))}</Alert>
            <OtherFile />
        </>
    );
};

type Shown = Props & { preview: Preview; failure: Error | null; misread: boolean };

const Choosing = ({ current, choices, onChange, run, preview, failure, misread }: Shown) => {
    const translate = useTranslate();
    const problem = failure ? refusalText(failure) : run.refusal;
    return (
        <>
            {misread ? null : <FileSummary current={current} choices={choices} preview={preview} />}
            <Box sx={{ mt: 2.5 }}>
                <DuplicatesChoice resource={current.resource} value={choices.duplicates} onChange={duplicates => onChange({ ...choices, duplicates })} />
            </Box>
            {problem ? <Alert severity="error" sx={{ mt: 2 }}>{translate(problem)}</Alert> : null}
            <Start choices={choices} run={run} ready={isNamed(preview, choices.mapping, current.resource) && !failure && !misread} />
        </>
    );
};

const Content = ({ preview, choices, onChange }: Pick<Shown, 'preview' | 'choices' | 'onChange'>) => {
    const translate = useTranslate();
    const isTable = preview.kind === 'csv';
    if (!isTable && isUnread(preview)) return null;
    return (
        <Section title={translate(`crm.import.columns_${preview.kind}`)}>
            {isTable ? <ColumnList preview={preview} choices={choices} onChange={onChange} /> : <CardSamples preview={preview} />}
        </Section>
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
