/** Turns the short address of a view (`?vue=…`) into the list it stands for. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useGetOne, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router-dom';
import { statusOf } from '../api';
import { Page } from '../ui';
import { isUnread, searchOf, type View, viewIn } from './view';

export const OpenView = ({ children }: { children: ReactNode }) => {
    const { search } = useLocation();
    return isUnread(search) ? <Reading key={search} id={viewIn(search) ?? ''} /> : children;
};

const Reading = ({ id }: { id: string }) => {
    const { pathname } = useLocation();
    const { data, error } = useGetOne<View>('views', { id }, { onError: () => undefined });
    if (data && !data.archived) return <Navigate to={{ pathname, search: searchOf(data) }} replace />;
    return error || data ? <NoView error={error} /> : <LinearProgress />;
};

const NoView = ({ error }: { error: Error | null }) => {
    const translate = useTranslate();
    const { pathname } = useLocation();
    const message = error && statusOf(error) !== 404 ? error.message : 'crm.views.gone';
    return (
        <Page title={translate('crm.views.title')} width={720}>
            <Alert severity="info" action={<Button component={Link} to={pathname}>{translate('crm.action.back_to_list')}</Button>}>
                {translate(message)}
            </Alert>
        </Page>
    );
};
