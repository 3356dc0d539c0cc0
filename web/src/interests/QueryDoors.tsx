/** Before a query is asked: every interest is one, a click away. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';
import { ChipLink } from './ChipLink';
import { type Crossing, pathToPeople } from './crossing';
import { byGroup } from './interest';
import { useInterests } from './useInterests';

export const QueryDoors = ({ crossing }: { crossing: Crossing }) => {
    const translate = useTranslate();
    const { interests } = useInterests();
    return (
        <Box sx={{ display: 'grid', gap: 2 }}>
            <Typography sx={{ color: 'text.secondary' }}>{translate('crm.interests.start')}</Typography>
            {byGroup(interests).map(group => (
                <Section key={group.name ?? ''} title={group.name ?? translate('crm.interests.no_group')}>
                    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                        {group.interests.map(({ id, name }) => (
                            <ChipLink key={id} to={pathToPeople({ ...crossing, interests_all: [id] })} label={name} />
                        ))}
                    </Box>
                </Section>
            ))}
        </Box>
    );
};
