/** The fields of a user in the administration. */
import { useTranslate } from 'ra-core';
import { TextInput } from 'ra-ui-materialui';
import { Fields } from '../layout';
import { Section } from '../ui';
import { ColourInput } from './ColourInput';
import { EmailInput } from './EmailInput';
import { HabitInputs } from './HabitInputs';
import { RateInput } from './RateInput';
import { RightsInputs } from './RightsInputs';

export const UserInputs = () => {
    const translate = useTranslate();
    return (
        <>
            <Section title={translate('crm.record.identity')}>
                <Fields>
                    <TextInput source="first_name" autoComplete="off" />
                    <TextInput source="last_name" autoComplete="off" isRequired />
                    <EmailInput helperText="crm.users.email_hint" />
                    <TextInput source="phone" type="tel" autoComplete="off" />
                </Fields>
            </Section>
            <Section title={translate('crm.users.rights')}>
                <Fields>
                    <RightsInputs />
                </Fields>
            </Section>
            <Section title={translate('crm.users.work')}>
                <Fields>
                    <RateInput />
                    <ColourInput source="colour" className="wide" />
                    <HabitInputs />
                </Fields>
            </Section>
        </>
    );
};
