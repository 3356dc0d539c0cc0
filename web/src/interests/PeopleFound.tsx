/** The people a query finds, with their company and a phone that calls; a list like the others. */
import { useTranslate } from 'ra-core';
import { OwnerInput, useCallScheme } from '../accounts';
import { ExportList } from '../exports';
import { ListTable, ListWithin, pathTo, RecordCards, SortedColumn, TextColumn } from '../layout';
import { CallButton, EmailLink, PhoneLink, RowLink } from '../ui';
import { CountExactly } from './CountExactly';
import type { Person } from './person';
import { SelectedPeople } from './SelectedPeople';

const SORTS = ['last_name', 'first_name', 'company', 'city', 'email', 'updated_at'];

const FILTERS = [
    <OwnerInput key="owner_id" source="owner_id" label="resources.contacts.fields.owner_id" emptyText="crm.list.all_owners" alwaysOn />,
];

export const PeopleFound = () => (
    <ListWithin
        resource="contacts"
        storeKey="crossing.listParams"
        sorts={SORTS}
        filters={FILTERS}
        actions={null}
        tools={<ExportList resource="contacts" />}
        table={<Table />}
        cards={<Cards />}
        selection={<SelectedPeople />}
        empty={null}
    >
        <CountExactly />
    </ListWithin>
);

const onlyMiddle = { display: { sm: 'none', md: 'table-cell' } };

const Table = () => {
    const scheme = useCallScheme();
    return (
        <ListTable widths={{ 1: 18, 2: 19, 3: 15, 4: 12, 6: 12 }}>
            <SortedColumn<Person> source="last_name" label="resources.contacts.fields.name" render={person => <RowLink data-row-link to={pathTo('contacts', person.id)}>{person.name}</RowLink>} />
            <TextColumn<Person> source="company" />
            <TextColumn<Person> source="title" disableSort sx={onlyMiddle} />
            <TextColumn<Person> source="city" />
            <SortedColumn<Person> source="email" sx={onlyMiddle} render={person => <EmailLink address={person.email} />} />
            <SortedColumn<Person> source="phone" disableSort render={person => <PhoneLink number={person.phone} scheme={scheme} />} />
        </ListTable>
    );
};

const Cards = () => {
    const translate = useTranslate();
    const scheme = useCallScheme();
    return (
        <RecordCards<Person>
            primary={person => person.name}
            secondary={person => [person.company, person.city].filter(Boolean).join(' · ')}
            action={({ phone }) => <CallButton number={phone} scheme={scheme} label={translate('crm.record.call', { number: phone })} />}
        />
    );
};
