/** A contact is corrected. */
import { RecordEdit } from '../layout';
import { checkContact, type Contact, contactName, contactToSend } from './contact';
import { ContactInputs } from './ContactInputs';

const ContactEdit = () => (
    <RecordEdit<Contact> resource="contacts" name={contactName} transform={contactToSend} validate={checkContact}>
        <ContactInputs />
    </RecordEdit>
);

export default ContactEdit;
