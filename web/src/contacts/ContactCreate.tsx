/** A contact begins, from scratch or as one of the people of a company. */
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LikelyWarning } from '../duplicates';
import { RecordCreate } from '../layout';
import { checkNewContact, type Contact, contactName, newContactToSend } from './contact';
import { ContactInputs } from './ContactInputs';
import { FirstPosition } from './FirstPosition';
import { JustSaved } from './JustSaved';
import { SaveAndChain } from './SaveAndChain';

const ContactCreate = () => {
    const [query] = useSearchParams();
    const [saved, setSaved] = useState<Contact | null>(null);
    return (
        <RecordCreate<Contact>
            resource="contacts"
            title="crm.menu.new_contact"
            name={contactName}
            transform={newContactToSend}
            validate={checkNewContact}
            defaultValues={{ position: { company_id: query.get('company_id') } }}
            more={<SaveAndChain onSaved={setSaved} />}
        >
            {saved ? <JustSaved contact={saved} /> : null}
            <ContactInputs
                more={
                    <>
                        <LikelyWarning resource="contacts" />
                        <FirstPosition />
                    </>
                }
            />
        </RecordCreate>
    );
};

export default ContactCreate;
