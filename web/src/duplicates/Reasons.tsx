/** Why two records may be one, a chip each. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useTranslate } from 'ra-core';
import type { Reason } from '../api';

export const Reasons = ({ reasons }: { reasons: Reason[] }) => {
    const translate = useTranslate();
    return (
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
            {reasons.map(reason => (
                <Chip key={reason} component="span" size="small" variant="outlined" label={translate(`crm.duplicates.reasons.${reason}`)} />
            ))}
        </Box>
    );
};
