/** One import: how far it is, what came of it, and the rows that were refused. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useGetOne, useTranslate } from 'ra-core';
import { Link, useParams } from 'react-router-dom';
import { useFormat } from '../i18n';
import { Missing } from '../layout';
import { Page, Section } from '../ui';
import { type Import, isOver } from './import';
import { ProgressBar } from './ProgressBar';
import { RefusedRows } from './RefusedRows';

/** Milliseconds between two looks at a running import. */
const LOOK_AGAIN = 800;

const ImportProgressPage = () => {
    const { id = '' } = useParams();
    const { data, error } = useGetOne<Import>('imports', { id }, {
        refetchInterval: query => (query.state.data && isOver(query.state.data) ? false : LOOK_AGAIN),
    });
    if (error && !data) return <Missing resource="imports" error={error} />;
    return data ? <Progress current={data} /> : null;
};

const Progress = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    return (
        <Page title={current.file_name} width={860}>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
                <Section title={translate(`crm.import.${current.state}`)}>
                    <Outcome current={current} />
                    <Counts current={current} />
                    {isOver(current) ? <WhereNext current={current} /> : null}
                </Section>
                {current.refused > 0 ? <RefusedRows current={current} /> : null}
            </Box>
        </Page>
    );
};

const Outcome = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    if (current.state === 'failed') return <Alert severity="error">{current.message ?? translate('crm.import.failed')}</Alert>;
    return (
        <>
            <ProgressBar text={translate(`crm.import.${current.state}`)} part={current.state === 'done' ? 1 : current.progress} />
            {current.message ? <Alert severity="info" sx={{ mt: 1 }}>{current.message}</Alert> : null}
            {isOver(current) ? null : <Typography sx={{ color: 'text.secondary', mt: 1 }}>{translate('crm.import.leave')}</Typography>}
        </>
    );
};

const Counts = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    const format = useFormat();
    return (
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' }, gap: 2, m: 0, mt: 2.5 }}>
            {(['rows', 'created', 'updated', 'refused'] as const).map(count => (
                <div key={count}>
                    <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                        {translate(`crm.import.${count}`)}
                    </Typography>
                    <Typography component="dd" variant="h1" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
                        {format.number(current[count])}
                    </Typography>
                </div>
            ))}
        </Box>
    );
};

const WhereNext = ({ current }: { current: Import }) => {
    const translate = useTranslate();
    return (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2.5 }}>
            <Button component={Link} to={`/${current.resource}`} variant="contained">
                {translate(`crm.import.see_${current.resource}`)}
            </Button>
            <Button component={Link} to="/imports" color="inherit">
                {translate('crm.import.again')}
            </Button>
        </Box>
    );
};

export default ImportProgressPage;
