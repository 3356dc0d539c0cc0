/** Before a query is asked: those that were saved, and every interest as one of its own. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { type Crossing, pathToPeople } from './crossing';
import { InterestDoors } from './InterestDoors';
import { SavedQueries } from './SavedQueries';
import { useInterests } from './useInterests';

export const QueryStart = ({ crossing }: { crossing: Crossing }) => {
    const translate = useTranslate();
    const { interests } = useInterests();
    return (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <SavedQueries />
            <Typography sx={{ color: 'text.secondary' }}>{translate('crm.interests.start')}</Typography>
            <InterestDoors interests={interests} pathTo={id => pathToPeople({ ...crossing, interests_all: [id] })} />
        </Box>
    );
};
