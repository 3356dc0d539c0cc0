/** A company begins. */
import { useSearchParams } from 'react-router-dom';
import { LikelyWarning } from '../duplicates';
import { RecordCreate } from '../layout';
import { checkCompany, type Company, companyName, companyToSend } from './company';
import { CompanyInputs } from './CompanyInputs';

/** What the address of the page may already know, for a new site of a company. */
const KNOWN = ['name', 'parent_id'];

const CompanyCreate = () => {
    const [query] = useSearchParams();
    const known = [...query].filter(([field]) => KNOWN.includes(field));
    return (
        <RecordCreate<Company>
            resource="companies"
            title="crm.menu.new_company"
            name={companyName}
            transform={companyToSend}
            validate={checkCompany}
            defaultValues={{ country: 'FR', ...Object.fromEntries(known) }}
        >
            <CompanyInputs more={<LikelyWarning resource="companies" />} />
        </RecordCreate>
    );
};

export default CompanyCreate;
