/** Saves the person and begins the next one of the same company, for whoever enters a whole team. */
import PlaylistAdd from '@mui/icons-material/PlaylistAdd';
import type { RaRecord } from 'ra-core';
import { useFormContext, useWatch } from 'react-hook-form';
import { SaveNow } from '../layout';
import type { Contact } from './contact';

/** There is a company to keep, or there is no button. */
export const SaveAndChain = ({ onSaved }: { onSaved: (contact: Contact) => void }) => {
    const form = useFormContext();
    const company_id: unknown = useWatch({ name: 'position.company_id' });
    if (!company_id) return null;
    const onSuccess = (contact: RaRecord) => {
        // Without its fields' elements the form would not know where to put the cursor.
        form.reset({ position: { company_id } }, { keepFieldsRef: true });
        form.setFocus('last_name');
        onSaved(contact as Contact);
    };
    return (
        <SaveNow
            type="button"
            variant="outlined"
            icon={<PlaylistAdd />}
            label="crm.positions.chain"
            mutationOptions={{ onSuccess }}
        />
    );
};
