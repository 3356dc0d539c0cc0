/** Where a new person works, if that is known already. */
import { useTranslate } from 'ra-core';
import { CompanyPicker, PositionInputs } from '../companies';
import { Fields } from '../layout';
import { Section } from '../ui';

export const FirstPosition = () => {
    const translate = useTranslate();
    return (
        <Section title={translate('crm.positions.first')}>
            <Fields>
                <CompanyPicker source="position.company_id" label="resources.positions.fields.company_id" className="wide" />
                <PositionInputs prefix="position." />
            </Fields>
        </Section>
    );
};
