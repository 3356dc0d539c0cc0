/** A company is corrected. */
import { RecordEdit } from '../layout';
import { checkCompany, type Company, companyName, companyToSend } from './company';
import { CompanyInputs } from './CompanyInputs';

const CompanyEdit = () => (
    <RecordEdit<Company> resource="companies" name={companyName} transform={companyToSend} validate={checkCompany}>
        <CompanyInputs />
    </RecordEdit>
);

export default CompanyEdit;
