/** One company: its note, its people, its history; beside them how to reach it. */
import Box from '@mui/material/Box';
import { useLocale, useTranslate } from 'ra-core';
import { OwnerName, useCallScheme } from '../accounts';
import { CompanyInterests } from '../interests';
import { RecordHistory, RecordPage } from '../layout';
import { QrButton } from '../qrcodes';
import { SocialSection } from '../social';
import { countryName, EmailLink, FieldList, PhoneLink, Section, WebLink } from '../ui';
import { addressLines, type Company, companyName } from './company';
import { CompanyPeople } from './CompanyPeople';
import { KindChips } from './KindChips';
import { Note } from './Note';
import { Sites } from './Sites';

const CompanyShow = () => (
    <RecordPage<Company>
        resource="companies"
        square
        name={companyName}
        detail={company => <KindChips kinds={company.kinds} />}
        main={company => (
            <>
                <Note note={company.note} />
                <CompanyPeople company={company} />
                <CompanyInterests companyId={company.id} />
                <RecordHistory resource="companies" record={company} />
            </>
        )}
        aside={company => (
            <>
                <Reach company={company} />
                <Sites company={company} />
                <Legal company={company} />
                <SocialSection
                    resource="companies"
                    id={company.id}
                    profiles={{ site: company.website, ...company.social }}
                    archived={company.archived}
                />
            </>
        )}
    />
);

const Reach = ({ company }: { company: Company }) => {
    const translate = useTranslate();
    const locale = useLocale();
    const scheme = useCallScheme();
    const label = (field: string) => translate(`resources.companies.fields.${field}`);
    const address = addressLines(company.street, company.postal_code, company.city, countryName(company.country, locale));
    const lines = [
        { label: label('phone'), value: company.phone && <PhoneLink number={company.phone} scheme={scheme} /> },
        { label: label('mobile'), value: company.mobile && <PhoneLink number={company.mobile} scheme={scheme} /> },
        { label: label('email'), value: company.email && <EmailLink address={company.email} /> },
        { label: label('website'), value: company.website && <WebLink address={company.website} /> },
        { label: translate('crm.record.address'), value: address && <span style={{ whiteSpace: 'pre-line' }}>{address}</span> },
    ];
    return (
        <Section title={translate('crm.record.reach')}>
            <FieldList lines={lines} empty={translate('crm.record.nothing')} />
            <Box sx={{ mt: 1.5, displayPrint: 'none' }}>
                <QrButton resource="companies" id={company.id} name={companyName(company)} />
            </Box>
        </Section>
    );
};

const Legal = ({ company }: { company: Company }) => {
    const translate = useTranslate();
    const label = (field: string) => translate(`resources.companies.fields.${field}`);
    const lines = [
        { label: label('number'), value: company.number },
        { label: label('siren'), value: company.siren },
        { label: label('siret'), value: company.siret },
        { label: label('vat_number'), value: company.vat_number },
        { label: label('owner_id'), value: company.owner_id && <OwnerName id={company.owner_id} /> },
    ];
    return (
        <Section title={translate('crm.record.legal')}>
            <FieldList lines={lines} empty={translate('crm.record.nothing')} />
        </Section>
    );
};

export default CompanyShow;
