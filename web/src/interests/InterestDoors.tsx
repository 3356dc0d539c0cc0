/** Every interest as a way in, by group: one click instead of a search. */
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { ChipLink } from './ChipLink';
import { byGroup, type Interest } from './interest';

export const InterestDoors = ({ interests, pathTo }: { interests: Interest[]; pathTo: (id: string) => string }) => {
    const translate = useTranslate();
    return (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {byGroup(interests).map(group => (
                <Section key={group.name ?? ''} title={group.name ?? translate('crm.interests.no_group')}>
                    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                        {group.interests.map(({ id, name }) => (
                            <ChipLink key={id} to={pathTo(id)} label={name} />
                        ))}
                    </Box>
                </Section>
            ))}
        </Box>
    );
};
