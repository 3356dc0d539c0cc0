/** Labels for the printer: which records, on which sheet, from which label on. */
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useGetMany, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { Page } from '../ui';
import { isResource, type Resource } from './code';
import { type LabelRow } from './label';
import { LabelChoices, type Choices } from './LabelChoices';
import { LabelSheet } from './LabelSheet';
import { PrintAlone, printWhenDrawn } from './PrintAlone';
import { FORMATS, sheetsOf } from './sheet';

const LabelsPage = () => {
    const translate = useTranslate();
    const [query] = useSearchParams();
    const resource = query.get('resource');
    const ids = [...new Set((query.get('ids') ?? '').split(',').filter(Boolean))];
    if (isResource(resource) && ids.length > 0) return <Labels resource={resource} ids={ids} />;
    return (
        <Page title={translate('crm.qr.labels_title')} width={760}>
            <Alert severity="info">
                {translate('crm.qr.labels_empty')} <Link to="/contacts">{translate('resources.contacts.name', { smart_count: 2 })}</Link>,{' '}
                <Link to="/companies">{translate('resources.companies.name', { smart_count: 2 })}</Link>
            </Alert>
        </Page>
    );
};

const Labels = ({ resource, ids }: { resource: Resource; ids: string[] }) => {
    const translate = useTranslate();
    const [choices, setChoices] = useState<Choices>({ format: FORMATS[0], kind: 'record', copies: 1, used: 0 });
    const { data, isPending, error } = useGetMany<LabelRow>(resource, { ids });
    const rows = (data ?? []).filter(Boolean);
    const missing = data ? ids.length - rows.length : 0;
    const sheets = sheetsOf(rows, choices.format, choices);
    const pages = sheets.map((labels, number) => <LabelSheet key={number} labels={labels} format={choices.format} resource={resource} kind={choices.kind} />);
    const print = (
        <Button variant="contained" startIcon={<PrintOutlined />} disabled={rows.length === 0} onClick={() => void printWhenDrawn()}>
            {translate('crm.action.print')}
        </Button>
    );
    return (
        <Page title={translate('crm.qr.labels_title')} actions={print}>
            <LabelChoices resource={resource} choices={choices} onChange={setChoices} />
            {error ? <Alert severity="error">{translate(error.message)}</Alert> : null}
            {!isPending && rows.length === 0 ? <Alert severity="warning">{translate('crm.qr.labels_gone')}</Alert> : null}
            {rows.length > 0 && missing > 0 ? <Alert severity="warning" sx={{ mb: 2 }}>{translate('crm.qr.labels_missing', { smart_count: missing })}</Alert> : null}
            <Alert severity="info" sx={{ mb: 2 }}>
                {translate('crm.qr.labels_hint')}
            </Alert>
            <Box aria-label={translate('crm.qr.preview')} role="group" sx={{ ...preview, '& [data-sheet]': paper }}>
                {pages}
            </Box>
            <PrintAlone>{pages}</PrintAlone>
        </Page>
    );
};

/** Paper is wider than a phone. */
const preview = { display: 'grid', justifyItems: { xs: 'start', md: 'center' }, gap: 3, zoom: { xs: 0.4, sm: 0.6, md: 0.85 } } as const;
const paper = { boxShadow: 3, outline: '1px solid rgba(0, 0, 0, 0.2)' } as const;

export default LabelsPage;
