/** The other addresses of a company: each is a record of its own, tied to the same parent. */
import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { pathToNew, useMayWrite } from '../layout';
import { Section } from '../ui';
import { type Company, type CompanyRow, companyName } from './company';
import { CompanyLink } from './CompanyLink';

const BY_SITE = { field: 'site_label', order: 'ASC' } as const;

/** The server's greatest page: no company has more sites. */
const ALL = { page: 1, perPage: 200 };

const useDaughters = (parentId: string | null): CompanyRow[] =>
    useGetList<CompanyRow>('companies', { filter: { parent_id: parentId }, sort: BY_SITE, pagination: ALL }, { enabled: parentId !== null }).data ?? [];

export const Sites = ({ company }: { company: Company }) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite() && !company.archived;
    const sisters = useDaughters(company.parent_id).filter(({ id }) => id !== company.id);
    const daughters = useDaughters(company.id);
    const sites = [...sisters, ...daughters];
    if (!mayWrite && !company.parent_id && sites.length === 0) return null;
    return (
        <Section title={translate('crm.sites.title')} action={mayWrite ? <AddSite company={company} /> : null}>
            {company.parent_id || sites.length ? null : <Typography sx={{ color: 'text.secondary' }}>{translate('crm.sites.none')}</Typography>}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
                {company.parent_id ? <Parent id={company.parent_id} /> : null}
                {sites.map(site => (
                    <Site key={site.id} site={site} />
                ))}
            </Box>
        </Section>
    );
};

const line = { display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center', overflowWrap: 'anywhere' } as const;

const Parent = ({ id }: { id: string }) => {
    const translate = useTranslate();
    return (
        <Box component="li" sx={line}>
            <CompanyLink id={id} sx={{ fontWeight: 600 }} />
            <Chip size="small" label={translate('crm.sites.parent')} />
        </Box>
    );
};

const Site = ({ site }: { site: CompanyRow }) => (
    <Box component="li" sx={line}>
        <CompanyLink id={site.id} name={companyName(site)} sx={{ fontWeight: 600 }} />
        {site.city ? (
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {site.city}
            </Typography>
        ) : null}
    </Box>
);

/** The new site bears the name and hangs on the parent, or on this company where there is none above it. */
const AddSite = ({ company }: { company: Company }) => {
    const translate = useTranslate();
    const start = new URLSearchParams({ name: company.name, parent_id: company.parent_id ?? company.id });
    return (
        <Button component={Link} to={`${pathToNew('companies')}?${start}`} size="small" startIcon={<Add />} sx={{ displayPrint: 'none' }}>
            {translate('crm.sites.add')}
        </Button>
    );
};
