/** The boxes of one group. */
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import type { Group, Interest } from './interest';

type Props = { group: Group<Interest>; ticked: string[]; onToggle: (id: string) => void };

export const InterestBoxes = ({ group, ticked, onToggle }: Props) => {
    const translate = useTranslate();
    return (
        <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
            <Typography component="legend" variant="caption" sx={{ color: 'text.secondary', p: 0 }}>
                {group.name ?? translate('crm.interests.no_group')}
            </Typography>
            <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(min(210px, 100%), 1fr))' }}>
                {group.interests.map(({ id, name }) => (
                    <FormControlLabel
                        key={id}
                        sx={{ m: 0, overflowWrap: 'anywhere' }}
                        control={<Checkbox size="small" checked={ticked.includes(id)} onChange={() => onToggle(id)} />}
                        label={name}
                    />
                ))}
            </Box>
        </Box>
    );
};
