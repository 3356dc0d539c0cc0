/** Finds a company by the beginning of its name, among any number of them. */
import { AutocompleteInput, ReferenceInput } from 'ra-ui-materialui';
import { fold } from '../ui';
import { type CompanyRow, companyName } from './company';

const BY_NAME = { field: 'name', order: 'ASC' } as const;

const FEW = 20;

/** The list is sorted by name, so all that begin with the typed text stand together: the picker jumps to them. */
const jumpTo = (text: string) => (text ? { jump: { sort: BY_NAME.field, at: text } } : {});

const begins = (typed: string, company: CompanyRow): boolean => fold(companyName(company)).startsWith(fold(typed));

type Props = { source: string; /** A company is not its own parent. */ except?: string };

export const CompanyPicker = ({ source, except }: Props) => (
    <ReferenceInput source={source} reference="companies" sort={BY_NAME} perPage={FEW}>
        <AutocompleteInput
            optionText={companyName}
            filterToQuery={jumpTo}
            filterOptions={(options: CompanyRow[], { inputValue }: { inputValue: string }) =>
                options.filter(option => option.id !== except && begins(inputValue, option))
            }
        />
    </ReferenceInput>
);
