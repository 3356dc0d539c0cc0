/** The file is there: how it is read, what its columns become, then a rehearsal or the import itself. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { refusalText } from '../api';
import { useFormat } from '../i18n';
import { Section } from '../ui';
import { CardSamples } from './CardSamples';
import { ColumnList } from './ColumnList';
import { DuplicatesChoice } from './DuplicatesChoice';
import { FileFormat } from './FileFormat';
import type { Import } from './import';
import { type Choices, ignoredOf, isNamed, type Preview, withFormat } from './preview';
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
                <Summary current={current} choices={choices} preview={preview} />
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

/** So many names of columns fit into a sentence. */
const NAMED = 8;

const enumerated = (headers: string[]): string =>
    [...headers.slice(0, NAMED).map(header => `« ${header} »`), ...(headers.length > NAMED ? ['…'] : [])].join(', ');

/** How much is in the file, and what of it would be left behind. */
const Summary = ({ current, choices, preview }: Pick<Shown, 'current' | 'choices' | 'preview'>) => {
    const translate = useTranslate();
    const format = useFormat();
    const ignored = ignoredOf(preview, choices.mapping).map(({ header, position }) => header.trim() || translate('crm.import.nameless', { position: position + 1 }));
    const named = isNamed(preview, choices.mapping, current.resource);
    const amount = translate(`crm.import.amount_${preview.kind}`, { smart_count: preview.rows_estimated, shown: format.number(preview.rows_estimated) });
    return (
        <Box sx={{ display: 'grid', gap: 1, mt: 2 }}>
            {named ? null : <Alert severity="error">{translate(`crm.import.unnamed_${current.resource}`)}</Alert>}
            <Alert role="status" severity={ignored.length ? 'warning' : 'success'}>
                {amount}{' '}
                {ignored.length
                    ? translate('crm.import.some_ignored', { smart_count: ignored.length, headers: enumerated(ignored) })
                    : translate('crm.import.all_recognised')}
            </Alert>
        </Box>
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
