/** One person: the note first, then positions and history; beside them how to reach them. */
import Box from '@mui/material/Box';
import { useLocale, useTranslate } from 'ra-core';
import { OwnerName, useCallScheme } from '../accounts';
import { addressLines, CompanyLink, Note, PositionCard } from '../companies';
import { VcardLink } from '../exports';
import { useFormat } from '../i18n';
import { ContactInterests } from '../interests';
import { RecordHistory, RecordPage } from '../layout';
import { QrButton } from '../qrcodes';
import { SocialSection } from '../social';
import { countryName, EmailLink, FieldList, PhoneLink, Section } from '../ui';
import { type Contact, contactName, personName } from './contact';
import { ExColleagues } from './ExColleagues';

const ContactShow = () => (
    <RecordPage<Contact>
        resource="contacts"
        name={contactName}
        initials={personName}
        detail={contact => <MainPosition contact={contact} />}
        main={contact => (
            <>
                <Note note={contact.note} />
                <Positions contact={contact} />
                <ExColleagues key={contact.id} contactId={contact.id} />
                <RecordHistory resource="contacts" record={contact} />
            </>
        )}
        aside={contact => (
            <>
                <Reach contact={contact} />
                <ContactInterests ids={contact.interest_ids} />
                <SocialSection resource="contacts" id={contact.id} profiles={contact.social ?? {}} archived={contact.archived} />
            </>
        )}
    />
);

const MainPosition = ({ contact: { main_position } }: { contact: Contact }) => {
    if (!main_position?.company_id) return null;
    return (
        <>
            {main_position.title ? `${main_position.title}, ` : ''}
            <CompanyLink id={main_position.company_id} name={main_position.company} sx={{ textDecoration: 'underline' }} />
        </>
    );
};

const Positions = ({ contact }: { contact: Contact }) => (
    <PositionCard
        of="contact"
        owner={{ id: contact.id, name: contactName(contact), archived: contact.archived }}
        title="crm.record.positions"
        empty="crm.record.no_position"
        past="crm.positions.past"
        add="crm.positions.add"
    />
);

const Reach = ({ contact }: { contact: Contact }) => {
    const translate = useTranslate();
    const lines = useReachLines(contact);
    return (
        <Section title={translate('crm.record.personal')}>
            <FieldList lines={lines} empty={translate('crm.record.nothing')} />
            <Box sx={{ mt: 1.5, displayPrint: 'none', display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
                <VcardLink id={contact.id} />
                <QrButton resource="contacts" id={contact.id} name={contactName(contact)} />
            </Box>
        </Section>
    );
};

function useReachLines(contact: Contact) {
    const translate = useTranslate();
    const format = useFormat();
    const locale = useLocale();
    const scheme = useCallScheme();
    const label = (field: string) => translate(`resources.contacts.fields.${field}`);
    const country = countryName(contact.personal_country, locale);
    const address = addressLines(contact.personal_street, contact.personal_postal_code, contact.personal_city, country);
    return [
        { label: label('personal_mobile'), value: contact.personal_mobile && <PhoneLink number={contact.personal_mobile} scheme={scheme} /> },
        { label: label('personal_phone'), value: contact.personal_phone && <PhoneLink number={contact.personal_phone} scheme={scheme} /> },
        { label: label('personal_email'), value: contact.personal_email && <EmailLink address={contact.personal_email} /> },
        { label: translate('crm.record.address'), value: address && <span style={{ whiteSpace: 'pre-line' }}>{address}</span> },
        { label: label('birthday'), value: contact.birthday && format.date(contact.birthday) },
        { label: label('owner_id'), value: contact.owner_id && <OwnerName id={contact.owner_id} /> },
    ];
}

export default ContactShow;
