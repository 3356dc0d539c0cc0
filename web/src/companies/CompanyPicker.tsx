/** Finds a company by any words of its name, among any number of them, or makes it on the spot. */
import { AutocompleteInput, ReferenceInput } from 'ra-ui-materialui';
import { useMayWrite } from '../layout';
import { type CompanyRow, companyName } from './company';
import { asTyped, BEGIN_HERE, BY_NAME, FEW } from './picking';
import { useCompanyBirth } from './useCompanyBirth';

type Props = { source: string; label?: string; /** A company is not its own parent. */ except?: string; isRequired?: boolean; helperText?: string; className?: string; /** The cursor begins here. */ first?: boolean };

export const CompanyPicker = ({ source, except, first, ...props }: Props) => {
    const mayWrite = useMayWrite();
    const giveBirth = useCompanyBirth();
    return (
        <ReferenceInput source={source} reference="companies" sort={BY_NAME} perPage={FEW}>
            <AutocompleteInput
                optionText={companyName}
                filterToQuery={asTyped}
                getOptionDisabled={(option: CompanyRow) => option.id === except}
                onCreate={mayWrite ? giveBirth : undefined}
                createItemLabel="crm.picker.create"
                noOptionsText="crm.picker.nothing"
                autoHighlight
                {...(first ? BEGIN_HERE : {})}
                {...props}
            />
        </ReferenceInput>
    );
};
