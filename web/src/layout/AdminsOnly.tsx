/** A page of the administration, reached by its address or kept open by somebody who is no admin. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Page } from '../ui';
import { useIsAdmin } from './rights';

export const AdminsOnly = ({ children }: { children: ReactNode }) => (useIsAdmin() ? children : <Closed />);

const Closed = () => {
    const translate = useTranslate();
    return (
        <Page title={translate('crm.menu.administration')} width={720}>
            <Alert severity="info" action={<Button component={Link} to="/">{translate('crm.action.back_to_list')}</Button>}>
                {translate('crm.rights.admins_only')}
            </Alert>
        </Page>
    );
};
