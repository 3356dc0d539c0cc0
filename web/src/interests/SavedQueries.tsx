/** The queries that were saved, one's own and the team's: each a real link. */
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import { addressOf, isCrossing, useViews } from '../layout';
import { Section } from '../ui';
import { ChipLink } from './ChipLink';

export const SavedQueries = () => {
    const translate = useTranslate();
    const queries = useViews('contacts').filter(isCrossing);
    if (queries.length === 0) return null;
    return (
        <Section title={translate('crm.interests.saved_queries')}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                {queries.map(view => (
                    <ChipLink key={view.id} to={addressOf(view)} label={view.name} color="primary" variant="outlined" />
                ))}
            </Box>
        </Section>
    );
};
