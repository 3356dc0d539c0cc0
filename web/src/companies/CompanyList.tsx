/** All companies, in six orders. */
import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { BooleanInput, SelectInput } from 'ra-ui-materialui';
import { Link } from 'react-router-dom';
import { AssignMany, OwnerInput, useCallScheme } from '../accounts';
import { MergeTwo } from '../duplicates';
import { ExportList, ExportMany } from '../exports';
import { ArchiveMany, EmptyList, ListTable, pathTo, pathToNew, PrintMany, RecordCards, RecordList, SortedColumn, TextColumn, useMayWrite } from '../layout';
import { LabelsMany } from '../qrcodes';
import { CallButton, PhoneLink, RowLink } from '../ui';
import { type CompanyRow, companyName, KINDS } from './company';
import { KindChips } from './KindChips';

const SORTS = ['name', 'site_label', 'city', 'postal_code', 'last_activity', 'updated_at'];

const KIND_CHOICES = KINDS.map(id => ({ id, name: `crm.kinds.${id}` }));

const FILTERS = [
    <SelectInput key="kind" source="kind" label="resources.companies.fields.kinds" choices={KIND_CHOICES} emptyText="crm.list.all_kinds" alwaysOn />,
    <OwnerInput key="owner_id" source="owner_id" label="resources.companies.fields.owner_id" emptyText="crm.list.all_owners" alwaysOn />,
    <BooleanInput key="archived" source="archived" label="crm.list.archived" alwaysOn />,
];

const CompanyList = () => (
    <RecordList
        resource="companies"
        sorts={SORTS}
        filters={FILTERS}
        actions={<Actions />}
        table={<CompanyTable />}
        cards={<CompanyCards />}
        selection={<Selected />}
        empty={<EmptyList resource="companies" create="crm.empty.create_company" Icon={BusinessOutlined} />}
    />
);

const Actions = () => {
    const translate = useTranslate();
    return (
        <>
            <ExportList resource="companies" />
            <Button component={Link} to={pathToNew('companies')} variant="outlined" sx={{ display: { xs: 'none', sm: 'inline-flex' } }}>
                {translate('crm.menu.new_company')}
            </Button>
        </>
    );
};

/** Those who only read may still print. */
const Selected = () => (
    <>
        {useMayWrite() ? (
            <>
                <AssignMany />
                <ArchiveMany />
                <MergeTwo resource="companies" />
            </>
        ) : null}
        <ExportMany resource="companies" />
        <LabelsMany />
        <PrintMany />
    </>
);

const CompanyTable = () => {
    const scheme = useCallScheme();
    return (
        <ListTable widths={{ 1: 32, 5: 17 }}>
            <SortedColumn<CompanyRow> source="name" render={company => <RowLink data-row-link to={pathTo('companies', company.id)}>{company.name}</RowLink>} />
            <TextColumn<CompanyRow> source="site_label" />
            <TextColumn<CompanyRow> source="city" />
            <SortedColumn<CompanyRow> source="kinds" disableSort render={company => <KindChips kinds={company.kinds} />} />
            <SortedColumn<CompanyRow> source="phone" disableSort render={company => <PhoneLink number={company.phone} scheme={scheme} />} />
        </ListTable>
    );
};

const CompanyCards = () => {
    const translate = useTranslate();
    const scheme = useCallScheme();
    const kindsOf = ({ kinds }: CompanyRow) => (kinds ?? []).map(kind => translate(`crm.kinds.${kind}`));
    return (
        <RecordCards<CompanyRow>
            primary={companyName}
            secondary={company => [company.city, ...kindsOf(company)].filter(Boolean).join(' · ')}
            action={({ phone }) => <CallButton number={phone} scheme={scheme} label={translate('crm.record.call', { number: phone })} />}
        />
    );
};

export default CompanyList;
