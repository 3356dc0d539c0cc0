/** The page of a list: total, order, filters, jumps, rows that are links, pages; cards on a phone. */
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { ListBase, type RaRecord, useListContext, useTranslate } from 'ra-core';
import { FilterForm } from 'ra-ui-materialui';
import type { ReactElement, ReactNode } from 'react';
import { Page } from '../ui';
import { JumpBar } from './JumpBar';
import { ListTotal } from './ListTotal';
import { Pager } from './Pager';
import { SortMenu } from './SortMenu';

export type ListShape = {
    resource: string;
    /** The six sorts, the first one is the one a list begins with. */
    sorts: string[];
    filters: ReactElement[];
    actions: ReactNode;
    table: ReactNode;
    cards: ReactNode;
    /** Shown when there is nothing and no filter hides it. */
    empty: ReactNode;
};

export const PER_PAGE = 50;

export const RecordList = (shape: ListShape) => (
    <ListBase
        resource={shape.resource}
        sort={{ field: shape.sorts[0], order: 'ASC' }}
        perPage={PER_PAGE}
        empty={false}
    >
        <ListPage {...shape} />
    </ListBase>
);

const ListPage = (shape: ListShape) => {
    const translate = useTranslate();
    const { total, isPending, filterValues } = useListContext();
    const isEmpty = !isPending && total === 0 && Object.keys(filterValues).length === 0;
    const name = translate(`resources.${shape.resource}.name`, { smart_count: 2 });
    if (isEmpty) return <Page title={name}>{shape.empty}</Page>;
    return (
        <Page title={name} actions={shape.actions}>
            <Tools {...shape} />
            <Rows {...shape} />
            <Pager />
        </Page>
    );
};

const Tools = ({ resource, sorts, filters }: ListShape) => (
    <Box sx={{ displayPrint: 'none', display: 'grid', gap: 1, mb: 1.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <ListTotal resource={resource} />
            <Box sx={filterForm}>
                <FilterForm filters={filters} />
            </Box>
            <SortMenu resource={resource} sorts={sorts} />
            <Pager compact />
        </Box>
        <JumpBar />
    </Box>
);

/** react-admin leaves room for a label above each filter; ours stand in one line with the rest. */
const filterForm = {
    '& form': { minHeight: 0, padding: 0, gap: 1, alignItems: 'center', flexWrap: 'wrap' },
    '& .RaFilterForm-filterFormInput .MuiFormControl-root': { margin: 0, minWidth: 150 },
    '& .RaFilterFormInput-spacer': { display: 'none' },
} as const;

const Rows = ({ table, cards }: ListShape) => {
    const translate = useTranslate();
    const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
    const { data, error, refetch, isPending } = useListContext<RaRecord>();
    if (error) {
        return (
            <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('crm.action.retry')}</Button>}>
                {translate(error.message || 'crm.list.failed')}
            </Alert>
        );
    }
    if (!isPending && data?.length === 0) return <Alert severity="info">{translate('crm.list.nothing')}</Alert>;
    return <Card sx={{ overflow: 'clip' }}>{narrow ? cards : table}</Card>;
};
