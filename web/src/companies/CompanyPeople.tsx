/** The people who work in a company, or did; more are added from among the known, or from scratch. */
import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { pathToNew } from '../layout';
import { type Company, companyName } from './company';
import { PositionCard } from './PositionCard';

export const CompanyPeople = ({ company }: { company: Company }) => (
    <PositionCard
        of="company"
        owner={{ id: company.id, name: companyName(company), archived: company.archived }}
        title="crm.record.people"
        empty="crm.record.no_people"
        past="crm.positions.past_people"
        add="crm.positions.add_person"
        more={<NewContact companyId={company.id} />}
    />
);

const NewContact = ({ companyId }: { companyId: string }) => {
    const translate = useTranslate();
    return (
        <Button component={Link} to={`${pathToNew('contacts')}?company_id=${encodeURIComponent(companyId)}`} size="small" startIcon={<PersonAddAltOutlined />}>
            {translate('crm.menu.new_contact')}
        </Button>
    );
};
