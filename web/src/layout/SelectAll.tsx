/** From the rows on the page to all of the list as it is filtered. */
import Button from '@mui/material/Button';
import { useListContext, useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { mass, MOST_SELECTED } from '../api';
import { useFormat } from '../i18n';

export const SelectAll = () => {
    const translate = useTranslate();
    const format = useFormat();
    const { total, isExact } = useTotal();
    const { selectedIds } = useListContext();
    const { found, select } = useSelectAll();
    if (found !== undefined) return <Button disabled>{translate('crm.selection.finding', { shown: format.number(found) })}</Button>;
    if (isExact && selectedIds.length >= total) return null;
    return (
        <Button onClick={() => void select()}>
            {isExact ? translate('crm.selection.all', { smart_count: total, shown: format.number(total) }) : translate('crm.selection.whole_list')}
        </Button>
    );
};

function useTotal(): { total: number; isExact: boolean } {
    const { total, meta = {} } = useListContext() as { total?: number; meta?: { exact?: boolean } };
    return { total: total ?? 0, isExact: meta.exact !== false };
}

function useSelectAll(): { found: number | undefined; select: () => Promise<void> } {
    const { resource, filterValues, filter, sort, onSelect } = useListContext();
    const notify = useNotify();
    const [found, setFound] = useState<number>();
    const select = async () => {
        setFound(0);
        try {
            const ids = await mass.idsOf(resource, { filter: { ...filterValues, ...filter }, sort }, setFound);
            onSelect(ids);
            if (ids.length === MOST_SELECTED) notify('crm.selection.limit', { type: 'warning', messageArgs: { most: MOST_SELECTED } });
        } catch (error) {
            notify((error as Error).message, { type: 'error' });
        } finally {
            setFound(undefined);
        }
    };
    return { found, select };
}
