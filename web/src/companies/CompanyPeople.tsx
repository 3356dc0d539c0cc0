/** The people who work in a company, or did. */
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { PositionList } from './PositionList';

export const CompanyPeople = ({ companyId }: { companyId: string }) => {
    const translate = useTranslate();
    return (
        <Section title={translate('crm.record.people')}>
            <PositionList of="company" id={companyId} empty={translate('crm.record.no_people')} />
        </Section>
    );
};
