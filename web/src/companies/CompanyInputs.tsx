/** The fields of a company, shared by its creation and its correction. */
import { useRecordContext, useTranslate } from 'ra-core';
import { CheckboxGroupInput, TextInput } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
import { OwnerInput } from '../accounts';
import { Fields } from '../layout';
import { Section } from '../ui';
import { AddressInputs } from './AddressInputs';
import { type Company, KINDS } from './company';
import { CompanyPicker } from './CompanyPicker';
import { SocialInputs } from './SocialInputs';

const KIND_CHOICES = KINDS.map(id => ({ id, name: `crm.kinds.${id}` }));

/** `more` stands after what the company is. */
export const CompanyInputs = ({ more }: { more?: ReactNode }) => {
    const translate = useTranslate();
    return (
        <>
            <Section title={translate('crm.record.identity')}>
                <Identity />
            </Section>
            {more}
            <Section title={translate('crm.record.reach')}>
                <Fields>
                    <TextInput source="phone" type="tel" autoComplete="off" />
                    <TextInput source="mobile" type="tel" autoComplete="off" />
                    <TextInput source="email" type="email" autoComplete="off" />
                    <TextInput source="website" type="url" autoComplete="off" />
                </Fields>
            </Section>
            <Section title={translate('crm.record.address')}>
                <Fields>
                    <AddressInputs />
                </Fields>
            </Section>
            <Section title={translate('crm.record.legal')}>
                <Fields>
                    <TextInput source="siren" />
                    <TextInput source="siret" />
                    <TextInput source="vat_number" />
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

const Identity = () => {
    const company = useRecordContext<Company>();
    return (
        <Fields>
            <TextInput source="name" autoFocus isRequired autoComplete="off" />
            <TextInput source="site_label" autoComplete="off" />
            <CheckboxGroupInput source="kinds" choices={KIND_CHOICES} />
            <CompanyPicker source="parent_id" except={company?.id} />
        </Fields>
    );
};
