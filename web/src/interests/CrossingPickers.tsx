/** Three pickers, which write the query into the address: it can be kept, sent, opened in another tab and gone back to. */
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import { useLocation, useNavigate } from 'react-router-dom';
import { type Crossing, fieldOf, searchWith, SIDES } from './crossing';
import { InterestsPicker } from './InterestsPicker';

/** Whoever chooses two in a row must find the first in the address when the second comes. */
const AT_ONCE = { flushSync: true };

export const CrossingPickers = ({ crossing }: { crossing: Crossing }) => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const { search } = useLocation();
    return (
        <Box
            role="group"
            aria-label={translate('crm.interests.query')}
            sx={{ display: 'grid', gap: 1.5, mb: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' }, displayPrint: 'none' }}
        >
            {SIDES.map(side => (
                <InterestsPicker
                    key={side}
                    label={translate(`crm.interests.${side}`)}
                    hint={translate(`crm.interests.${side}_hint`)}
                    ids={crossing[fieldOf(side)] ?? []}
                    onChange={ids => void navigate({ search: searchWith(search, { [fieldOf(side)]: ids }) }, AT_ONCE)}
                />
            ))}
        </Box>
    );
};
