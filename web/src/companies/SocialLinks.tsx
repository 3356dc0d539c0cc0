/** The social profiles that are filled in, as links. */
import { useTranslate } from 'ra-core';
import { FieldList, Section, WebLink } from '../ui';
import { NETWORKS, type Social } from './company';

export const SocialLinks = ({ social }: { social: Social | null }) => {
    const translate = useTranslate();
    const lines = NETWORKS.map(network => ({
        label: translate(`resources.companies.fields.social.${network}`),
        value: social?.[network] ? <WebLink address={social[network]} /> : null,
    }));
    if (lines.every(({ value }) => value === null)) return null;
    return (
        <Section title={translate('crm.record.social')}>
            <FieldList lines={lines} empty="" />
        </Section>
    );
};
