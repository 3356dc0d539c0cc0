/** Who was just saved, over the empty form for the next one. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { pathTo } from '../layout';
import { type Contact, contactName } from './contact';

export const JustSaved = ({ contact }: { contact: Contact }) => {
    const translate = useTranslate();
    const open = (
        <Button color="inherit" size="small" component={Link} to={pathTo('contacts', contact.id)}>
            {translate('crm.positions.open')}
        </Button>
    );
    return (
        <Alert severity="success" role="status" action={open}>
            {translate('crm.record.created_done', { name: contactName(contact) })}
        </Alert>
    );
};
