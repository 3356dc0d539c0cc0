/** Before two records become one: what each says, field by field, and which value is kept. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { duplicates, type MergePreview, refusalText, type Side } from '../api';
import { pathTo, ReadOnly, useMayWrite } from '../layout';
import { Page, Section } from '../ui';
import { ChoiceField } from './ChoiceField';
import { ChooseTwo } from './ChooseTwo';
import { Together } from './Together';
import { TwoRecords } from './TwoRecords';
import { type Asked, askedIn, firstChoice, isDifference, pathToMerge } from './twin';
import { backIn, useMerge } from './useMerge';

const MergePage = () => {
    const translate = useTranslate();
    const [query] = useSearchParams();
    const asked = askedIn(query);
    const mayWrite = useMayWrite();
    if (!mayWrite) return <ReadOnly />;
    return (
        <Page title={translate('crm.duplicates.merge_title')} width={920}>
            {asked ? <Merging key={`${asked.winner} ${asked.loser}`} asked={asked} /> : <ChooseTwo reason="crm.duplicates.nothing_asked" />}
        </Page>
    );
};

const Merging = ({ asked }: { asked: Asked }) => {
    const { data, error, refetch } = useQuery({
        queryKey: [asked.resource, 'merge', asked.winner, asked.loser],
        queryFn: () => duplicates.preview(asked.resource, asked.winner, asked.loser),
        refetchOnWindowFocus: false,
        // After a merge that is undone, the two are to be read anew.
        gcTime: 0,
        retry: false,
    });
    if (error) return <ChooseTwo reason={refusalText(error)} resource={asked.resource} />;
    if (!data) return <Skeleton variant="rounded" height={320} />;
    return <Choosing asked={asked} preview={data} again={() => void refetch()} />;
};

const Choosing = ({ asked, preview, again }: { asked: Asked; preview: MergePreview; again: () => void }) => {
    const translate = useTranslate();
    const [chosen, setChosen] = useState<Record<string, Side | 'both'>>({});
    const { merge, merging } = useMerge(asked, again);
    const differences = preview.fields.filter(isDifference);
    return (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Alert severity="info">{translate('crm.duplicates.explain', { kept: preview.winner.name, loser: preview.loser.name })}</Alert>
            <TwoRecords asked={asked} preview={preview} />
            <Section title={translate('crm.duplicates.differences')}>
                {differences.length === 0 ? translate('crm.duplicates.no_difference') : null}
                {differences.map(field => (
                    <ChoiceField
                        key={field.field}
                        resource={asked.resource}
                        preview={preview}
                        field={field}
                        choice={chosen[field.field] ?? firstChoice(field)}
                        onChoose={side => setChosen({ ...chosen, [field.field]: side })}
                    />
                ))}
            </Section>
            <Together resource={asked.resource} preview={preview} />
            <Bar asked={asked} merging={merging} onMerge={() => void merge(preview, chosen)} />
        </Box>
    );
};

/** It stays in sight, as that of a form. */
const atTheFoot = { position: 'sticky', bottom: { xs: 72, sm: 12 }, zIndex: 3, p: 1.25, display: 'flex', flexWrap: 'wrap', gap: 1.5 } as const;

const Bar = ({ asked, merging, onMerge }: { asked: Asked; merging: boolean; onMerge: () => void }) => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const { state } = useLocation();
    const swap = () => void navigate(pathToMerge(asked.resource, asked.loser, asked.winner), { replace: true, state });
    return (
        <Paper elevation={6} sx={atTheFoot}>
            <Button variant="contained" disabled={merging} onClick={onMerge}>
                {translate('crm.duplicates.merge')}
            </Button>
            <Button color="inherit" disabled={merging} onClick={swap}>
                {translate('crm.duplicates.swap')}
            </Button>
            <Button color="inherit" component={Link} to={backIn(state) ?? pathTo(asked.resource, asked.winner)}>
                {translate('ra.action.cancel')}
            </Button>
        </Paper>
    );
};

export default MergePage;
