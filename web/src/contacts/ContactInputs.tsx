/** The fields of a contact, shared by its creation and its correction. */
import { useTranslate } from 'ra-core';
import { DateInput, TextInput } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
import { OwnerInput } from '../accounts';
import { AddressInputs, SocialInputs } from '../companies';
import { InterestsInput } from '../interests';
import { Fields } from '../layout';
import { Section } from '../ui';
import { CIVILITIES } from './contact';

/** `more` stands after who the person is. */
export const ContactInputs = ({ more }: { more?: ReactNode }) => {
    const translate = useTranslate();
    return (
        <>
            <Section title={translate('crm.record.identity')}>
                <Identity />
            </Section>
            {more}
            <Section title={translate('crm.interests.title')}>
                <InterestsInput />
            </Section>
            <Section title={translate('crm.record.personal')}>
                <Fields>
                    <TextInput source="personal_mobile" type="tel" autoComplete="off" />
                    <TextInput source="personal_phone" type="tel" autoComplete="off" />
                    <TextInput source="personal_email" type="email" autoComplete="off" />
                </Fields>
            </Section>
            <Section title={translate('crm.record.personal_address')}>
                <Fields>
                    <AddressInputs prefix="personal_" />
                </Fields>
            </Section>
            <Section title={translate('crm.record.social')}>
                <SocialInputs />
            </Section>
            <Section title={translate('crm.record.follow')}>
                <Fields>
                    <OwnerInput />
                    <TextInput source="note" className="wide" multiline minRows={4} />
                </Fields>
            </Section>
        </>
    );
};

/** The usual civilities are offered, any other may be written. */
const Identity = () => (
    <Fields>
        <TextInput source="last_name" autoFocus isRequired autoComplete="off" />
        <TextInput source="first_name" autoComplete="off" />
        <TextInput source="civility" autoComplete="off" slotProps={{ htmlInput: { list: 'civilities' } }} />
        <DateInput source="birthday" />
        <datalist id="civilities">
            {CIVILITIES.map(civility => (
                <option key={civility} value={civility} />
            ))}
        </datalist>
    </Fields>
);
