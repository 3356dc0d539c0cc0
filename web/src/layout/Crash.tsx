/** What is shown instead of a page that broke, or that does not exist. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { Page } from '../ui';

export const Crash = () => {
    const translate = useTranslate();
    return (
        <Page title={translate('crm.errors.crash')} width={720}>
            <Alert severity="error" action={<Button onClick={() => window.location.reload()}>{translate('crm.action.retry')}</Button>}>
                {translate('crm.errors.server')}
            </Alert>
        </Page>
    );
};

export const NoPage = () => {
    const translate = useTranslate();
    return (
        <Page title={translate('crm.errors.page')} width={720}>
            <p>{translate('crm.errors.page_hint')}</p>
            <Button component={Link} to="/" variant="outlined">
                {translate('resources.contacts.name', { smart_count: 2 })}
            </Button>
        </Page>
    );
};
