/** The page of one record: its heading, what can be done, a main column and an aside. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { type RaRecord, ShowBase, useShowContext, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Initials, Page } from '../ui';
import { Missing } from './Missing';
import { WHOLE } from './paths';
import { RecordActions } from './RecordActions';

export type RecordShape<T extends RaRecord> = {
    resource: string;
    square?: boolean;
    name: (record: T) => string;
    /** The name its initials are taken from, where that is another. */
    initials?: (record: T) => string;
    /** Under the name. */
    detail: (record: T) => ReactNode;
    main: (record: T) => ReactNode;
    aside: (record: T) => ReactNode;
};

export const RecordPage = <T extends RaRecord>(shape: RecordShape<T>) => (
    <ShowBase resource={shape.resource} queryOptions={{ meta: WHOLE, onError: () => undefined }}>
        <Body {...shape} />
    </ShowBase>
);

const Body = <T extends RaRecord>(shape: RecordShape<T>) => {
    const { record, error } = useShowContext<T>();
    if (error && !record) return <Missing resource={shape.resource} error={error} />;
    if (!record) return <Waiting />;
    const name = shape.name(record);
    return (
        <Page title={name} heading={<Heading {...shape} record={record} />} actions={<RecordActions name={name} />}>
            {record.archived ? <ArchivedNotice /> : null}
            <Columns main={shape.main(record)} aside={shape.aside(record)} />
        </Page>
    );
};

const Heading = <T extends RaRecord>({ name, initials = name, detail, square, record }: RecordShape<T> & { record: T }) => (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1.75 }}>
        <Initials name={initials(record)} size={52} square={square} />
        <span>
            {name(record)}
            <Typography component="span" sx={{ display: 'block', color: 'text.secondary', letterSpacing: 0 }}>
                {detail(record)}
            </Typography>
        </span>
    </Box>
);

const Columns = ({ main, aside }: { main: ReactNode; aside: ReactNode }) => (
    <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' } }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>{main}</Box>
        <Box sx={{ display: 'grid', gap: 2, order: { xs: -1, md: 0 }, gridTemplateColumns: 'minmax(0, 1fr)' }}>{aside}</Box>
    </Box>
);

const ArchivedNotice = () => {
    const translate = useTranslate();
    return (
        <Alert severity="warning" sx={{ mb: 2 }}>
            {translate('crm.record.archived')}
        </Alert>
    );
};

const Waiting = () => (
    <Page title="…" heading={<Skeleton width={260} />}>
        <Columns main={<Skeleton variant="rounded" height={220} />} aside={<Skeleton variant="rounded" height={220} />} />
    </Page>
);
