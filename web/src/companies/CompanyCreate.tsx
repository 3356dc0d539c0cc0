/** A company begins. */
import { RecordCreate } from '../layout';
import { checkCompany, type Company, companyName, companyToSend } from './company';
import { CompanyInputs } from './CompanyInputs';

const CompanyCreate = () => (
    <RecordCreate<Company> resource="companies" title="crm.menu.new_company" name={companyName} transform={companyToSend} validate={checkCompany} defaultValues={{ country: 'FR' }}>
        <CompanyInputs />
    </RecordCreate>
);

export default CompanyCreate;
