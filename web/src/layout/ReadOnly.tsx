/** A page that writes, reached by its address by somebody who may only read. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { Page } from '../ui';

export const ReadOnly = () => {
    const translate = useTranslate();
    return (
        <Page title={translate('crm.rights.read_only')} width={720}>
            <Alert severity="info" action={<Button component={Link} to="/">{translate('crm.action.back_to_list')}</Button>}>
                {translate('crm.rights.read_only_hint')}
            </Alert>
        </Page>
    );
};
