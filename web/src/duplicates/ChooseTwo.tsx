/** Why these two are not merged, and where two others are chosen. */
import Alert from '@mui/material/Alert';
import MuiLink from '@mui/material/Link';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import type { Twin } from '../api';

export const ChooseTwo = ({ reason, resource = 'contacts' }: { reason: string; resource?: Twin }) => {
    const translate = useTranslate();
    return (
        <Alert severity="error">
            {translate(reason, { _: reason })} {translate('crm.duplicates.choose_in')}{' '}
            <MuiLink component={Link} to="/duplicates" color="inherit" underline="always">
                {translate('crm.duplicates.menu')}
            </MuiLink>
            {', '}
            <MuiLink component={Link} to={`/${resource}`} color="inherit" underline="always">
                {translate(`resources.${resource}.name`, { smart_count: 2 })}
            </MuiLink>
        </Alert>
    );
};
