/** Saves the person and begins the next one of the same company, for whoever enters a whole team. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import PlaylistAdd from '@mui/icons-material/PlaylistAdd';
import { type RaRecord, useCloseNotification, useNotify, useTranslate } from 'ra-core';
import { SaveButton } from 'ra-ui-materialui';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { pathTo } from '../layout';
import { type Contact, contactName } from './contact';

/** There is a company to keep, or there is no button. */
export const SaveAndChain = () => {
    const form = useFormContext();
    const notify = useNotify();
    const company_id: unknown = useWatch({ name: 'position.company_id' });
    if (!company_id) return null;
    const onSuccess = (contact: RaRecord) => {
        form.reset({ position: { company_id } });
        form.setFocus('last_name');
        notify(<Saved contact={contact as Contact} />, { autoHideDuration: 10_000 });
    };
    return (
        <SaveButton
            type="button"
            variant="outlined"
            alwaysEnable
            icon={<PlaylistAdd />}
            label="crm.positions.chain"
            mutationOptions={{ onSuccess }}
        />
    );
};

const Saved = ({ contact }: { contact: Contact }) => {
    const translate = useTranslate();
    const close = useCloseNotification();
    const open = (
        <Button color="inherit" size="small" component={Link} to={pathTo('contacts', contact.id)} onClick={() => close?.()}>
            {translate('crm.positions.open')}
        </Button>
    );
    return (
        <Alert severity="success" variant="filled" action={open}>
            {translate('crm.record.created_done', { name: contactName(contact) })}
        </Alert>
    );
};
