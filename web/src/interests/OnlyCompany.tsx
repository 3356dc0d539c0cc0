/** The query keeps to the people of one company: which one, and the way out. */
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link, useLocation } from 'react-router-dom';
import { RecordName } from '../layout';
import { type Crossing, searchWith } from './crossing';

export const OnlyCompany = ({ crossing: { company_id } }: { crossing: Crossing }) => {
    const translate = useTranslate();
    const { search } = useLocation();
    if (!company_id) return null;
    const [before, after] = translate('crm.interests.only_company', { name: '|' }).split('|');
    return (
        <Typography component="div" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
            {before}
            <strong>
                <RecordName resource="companies" id={company_id} />
            </strong>
            {after}
            <Button component={Link} to={{ search: searchWith(search, { company_id: undefined }) }} size="small" sx={{ ml: 1, displayPrint: 'none' }}>
                {translate('crm.interests.everywhere')}
            </Button>
        </Typography>
    );
};
