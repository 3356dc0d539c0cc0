/** The query keeps to the people of one company: which one, and the way out. */
import Chip from '@mui/material/Chip';
import { useTranslate } from 'ra-core';
import { useLocation, useNavigate } from 'react-router-dom';
import { RecordName } from '../layout';
import { type Crossing, searchWith } from './crossing';

export const OnlyCompany = ({ crossing: { company_id } }: { crossing: Crossing }) => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const { search } = useLocation();
    if (!company_id) return null;
    const [before, after] = translate('crm.interests.only_company', { name: '|' }).split('|');
    return (
        <Chip
            color="primary"
            variant="outlined"
            sx={{ mb: 2, maxWidth: '100%' }}
            label={
                <>
                    {before}
                    <RecordName resource="companies" id={company_id} />
                    {after}
                </>
            }
            onDelete={() => void navigate({ search: searchWith(search, { company_id: undefined }) })}
            slotProps={{ root: { 'aria-description': translate('crm.interests.everywhere') } }}
        />
    );
};
