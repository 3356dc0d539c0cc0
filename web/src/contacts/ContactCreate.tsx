/** A contact begins. */
import { RecordCreate } from '../layout';
import { checkContact, type Contact, contactName, contactToSend } from './contact';
import { ContactInputs } from './ContactInputs';

const ContactCreate = () => (
    <RecordCreate<Contact> resource="contacts" title="crm.menu.new_contact" name={contactName} transform={contactToSend} validate={checkContact}>
        <ContactInputs />
    </RecordCreate>
);

export default ContactCreate;
