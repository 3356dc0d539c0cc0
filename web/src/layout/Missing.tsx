/** A record that is not there, or not for this person. */
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { statusOf } from '../api';
import { Page } from '../ui';

export const Missing = ({ resource, error }: { resource: string; error: unknown }) => {
    const translate = useTranslate();
    const text = statusOf(error) === 404 ? 'crm.record.not_found' : error instanceof Error ? error.message : 'crm.errors.server';
    return (
        <Page title={translate(text)} width={720}>
            <Button component={Link} to={`/${resource}`} variant="outlined">
                {translate('crm.action.back_to_list')}
            </Button>
        </Page>
    );
};
