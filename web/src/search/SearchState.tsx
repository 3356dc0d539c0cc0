/** What the box says besides its answers: that there are more, that there are none, what can be typed. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import type { Found } from './useSearch';

type Props = { found: Found; waiting: boolean; goOn: () => void };

export const SearchState = ({ found, waiting, goOn }: Props) => {
    const translate = useTranslate();
    const said = sentenceOf(found, waiting);
    return (
        <Box sx={{ px: 2, py: 1.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5 }}>
            <Typography role="status" variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {said ? translate(said, { typed: found.typed }) : null}
            </Typography>
            {found.next && !waiting ? (
                <Button size="small" onClick={goOn}>
                    {translate('crm.search.go_on')}
                </Button>
            ) : null}
            {found.typed === '' && !waiting ? <Examples /> : null}
        </Box>
    );
};

function sentenceOf({ typed, items, partial, error }: Found, waiting: boolean): string | undefined {
    if (error) return error;
    if (waiting) return undefined;
    if (!typed) return 'crm.search.hint';
    if (partial) return 'crm.search.partial';
    return items.length === 0 ? 'crm.search.nothing' : undefined;
}

const EXAMPLES = ['name', 'company', 'phone', 'email'];

const Examples = () => {
    const translate = useTranslate();
    return (
        <Box component="ul" sx={{ m: 0, pl: 2.5, width: 1, color: 'text.secondary', '& li': { py: 0.25 } }}>
            {EXAMPLES.map(example => (
                <li key={example}>{translate(`crm.search.example_${example}`)}</li>
            ))}
        </Box>
    );
};
