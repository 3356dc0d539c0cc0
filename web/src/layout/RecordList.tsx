/** The page of a list: total, order, filters, jumps, rows that are links, pages; cards on a phone. */
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { ListBase, ListContextProvider, type RaRecord, useListContext, useTranslate } from 'ra-core';
import type { ReactElement, ReactNode } from 'react';
import { firstMessage } from '../api';
import { Page } from '../ui';
import { ListTools } from './ListTools';
import { OpenView } from './OpenView';
import { Pager } from './Pager';
import { PrintProvider } from './print';
import { useMayWrite, useSeesAll } from './rights';
import { SelectingProvider } from './selection';
import { SelectionBar } from './SelectionBar';
import { useSelectionKeys } from './useSelectionKeys';

export type ListShape = {
    resource: string;
    /** The six sorts, the first one is the one a list begins with. */
    sorts: string[];
    filters: ReactElement[];
    actions: ReactNode;
    /** Stands beside the views, where the page's own heading has no room for it. */
    tools?: ReactNode;
    table: ReactNode;
    cards: ReactNode;
    /** What can be done with the selected rows. */
    selection?: ReactNode;
    /** Shown when there is nothing and no filter hides it. */
    empty: ReactNode;
};

export const PER_PAGE = 50;

export const RecordList = (shape: ListShape) => (
    <OpenView>
        <ListBase
            resource={shape.resource}
            sort={{ field: shape.sorts[0], order: 'ASC' }}
            perPage={PER_PAGE}
            empty={false}
        >
            <ListPage {...useFitting(shape)} />
        </ListBase>
    </OpenView>
);

type Within = ListShape & { /** Tells this list from the others of its resource. */ storeKey: string; children?: ReactNode };

/** The same list on a page that has a heading of its own; `children` stand above it and know it. */
export const ListWithin = ({ storeKey, children, ...shape }: Within) => (
    <ListBase
        resource={shape.resource}
        storeKey={storeKey}
        sort={{ field: shape.sorts[0], order: 'ASC' }}
        perPage={PER_PAGE}
        empty={false}
    >
        {children}
        <ListBody {...useFitting(shape)} />
    </ListBase>
);

/** Who only reads begins nothing here; who sees only their own has no other owner to look for. */
function useFitting(shape: ListShape): ListShape {
    const seesAll = useSeesAll();
    const mayWrite = useMayWrite();
    const filters = shape.filters.filter(({ key }) => seesAll || key !== 'owner_id');
    return { ...shape, filters, actions: mayWrite ? shape.actions : null };
}

const ListPage = (shape: ListShape) => {
    const translate = useTranslate();
    const { total, isPending, filterValues } = useListContext();
    const isEmpty = !isPending && total === 0 && Object.keys(filterValues).length === 0;
    const name = translate(`resources.${shape.resource}.name`, { smart_count: 2 });
    if (isEmpty) return <Page title={name}>{shape.empty}</Page>;
    return (
        <Page title={name} actions={shape.actions}>
            <ListBody {...shape} />
        </Page>
    );
};

const ListBody = (shape: ListShape) => {
    useSelectionKeys();
    return (
        <SelectingProvider>
            <ListTools {...shape} />
            <PrintProvider>
                {printed => (
                    <>
                        {printed ? <Printed rows={printed} table={shape.table} /> : <Rows {...shape} />}
                        <Pager />
                        <SelectionBar>{shape.selection}</SelectionBar>
                    </>
                )}
            </PrintProvider>
        </SelectingProvider>
    );
};

const Printed = ({ rows, table }: { rows: RaRecord[]; table: ReactNode }) => {
    const list = useListContext<RaRecord>();
    return <ListContextProvider value={{ ...list, data: rows } as typeof list}>{table}</ListContextProvider>;
};

const Rows = ({ table, cards }: ListShape) => {
    const translate = useTranslate();
    const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
    const { data, error, refetch, isPending } = useListContext<RaRecord>();
    if (error) {
        return (
            <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('crm.action.retry')}</Button>}>
                {translate(firstMessage(error) ?? (error.message || 'crm.list.failed'))}
            </Alert>
        );
    }
    if (!isPending && data?.length === 0) return <Alert severity="info">{translate('crm.list.nothing')}</Alert>;
    return <Card sx={{ overflow: 'clip' }}>{narrow ? cards : table}</Card>;
};
