/** All contacts, in six orders; a file dropped here is imported. */
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { BooleanInput } from 'ra-ui-materialui';
import { Link, useNavigate } from 'react-router-dom';
import { OwnerInput, useCallScheme } from '../accounts';
import { ExportList } from '../exports';
import { type Interest, interestsOf, type Person, SelectedPeople, useInterests } from '../interests';
import { EmptyList, ListTable, pathTo, pathToNew, RecordCards, RecordList, SortedColumn, SortHead, TextColumn, useMayWrite } from '../layout';
import { CallButton, CellLink, EmailLink, FileDrop, handover, PhoneLink, RowLink } from '../ui';

const SORTS = ['last_name', 'first_name', 'company', 'city', 'email', 'updated_at'];

const FILTERS = [
    <OwnerInput key="owner_id" source="owner_id" label="resources.contacts.fields.owner_id" emptyText="crm.list.all_owners" alwaysOn />,
    <BooleanInput key="archived" source="archived" label="crm.list.archived" alwaysOn />,
];

const ContactList = () => (useMayWrite() ? <ImportByDrop /> : <Contacts />);

const ImportByDrop = () => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const importFile = (file: File) => {
        handover.give(file);
        void navigate('/imports');
    };
    return (
        <FileDrop onFile={importFile} invitation={translate('crm.import.drop_here')}>
            <Contacts />
        </FileDrop>
    );
};

const Contacts = () => (
    <RecordList
        resource="contacts"
        sorts={SORTS}
        filters={FILTERS}
        actions={<Actions />}
        table={<ContactTable />}
        cards={<ContactCards />}
        selection={<SelectedPeople />}
        empty={<EmptyList resource="contacts" create="crm.empty.create_contact" Icon={PeopleAltOutlined} />}
    />
);

const Actions = () => {
    const translate = useTranslate();
    return (
        <>
            <ExportList resource="contacts" />
            <Button component={Link} to="/imports" color="inherit" sx={{ display: { xs: 'none', sm: 'inline-flex' } }}>
                {translate('crm.empty.import')}
            </Button>
            <Button component={Link} to={pathToNew('contacts')} variant="outlined" sx={{ display: { xs: 'none', sm: 'inline-flex' } }}>
                {translate('crm.menu.new_contact')}
            </Button>
        </>
    );
};

/** One column, two orders: people are looked for by either of their names. */
const NameHeads = () => (
    <>
        <SortHead field="last_name" />
        <SortHead field="first_name" />
    </>
);

/** Columns that give way where the page is narrow. */
const onlyWide = { display: { sm: 'none', lg: 'table-cell' } };
const onlyMiddle = { display: { sm: 'none', md: 'table-cell' } };

const ContactTable = () => {
    const scheme = useCallScheme();
    const { interests } = useInterests();
    return (
        <ListTable widths={{ 1: 16, 2: 16, 3: 12, 4: 10, 6: 12, 7: 12 }}>
            <SortedColumn<Person> source="last_name" label={<NameHeads />} disableSort render={contact => <RowLink data-row-link to={pathTo('contacts', contact.id)}>{contact.name}</RowLink>} />
            <TextColumn<Person> source="company" />
            <TextColumn<Person> source="title" disableSort sx={onlyWide} />
            <TextColumn<Person> source="city" />
            <SortedColumn<Person> source="email" sx={onlyMiddle} render={contact => <EmailLink address={contact.email} />} />
            <SortedColumn<Person> source="phone" disableSort render={contact => <PhoneLink number={contact.phone} scheme={scheme} />} />
            <SortedColumn<Person> source="interests" label="crm.interests.column" disableSort sx={onlyWide} render={contact => <Interested contact={contact} all={interests} />} />
        </ListTable>
    );
};

/** Like the other cells it leads to the person. */
const Interested = ({ contact, all }: { contact: Person; all: Interest[] }) => (
    <CellLink to={pathTo('contacts', contact.id)}>{interestsOf(contact.interests, all).map(({ name }) => name).join(', ')}</CellLink>
);

const ContactCards = () => {
    const translate = useTranslate();
    const scheme = useCallScheme();
    return (
        <RecordCards<Person>
            primary={contact => contact.name}
            secondary={contact => [contact.company, contact.city].filter(Boolean).join(' · ') || (contact.email ?? '')}
            action={({ phone }) => <CallButton number={phone} scheme={scheme} label={translate('crm.record.call', { number: phone })} />}
        />
    );
};

export default ContactList;
