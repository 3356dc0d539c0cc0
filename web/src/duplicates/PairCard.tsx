/** Two records side by side, one under the other on a phone, and what to do with them. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import type { LikelyPair, Twin, TwinRow } from '../api';
import { pathTo, useMayWrite } from '../layout';
import { Reasons } from './Reasons';
import { pathToMerge, twinName } from './twin';

type Props = { pair: LikelyPair; onDismiss: () => void };

export const PairCard = ({ pair, onDismiss }: Props) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    const { resource, a, b, reasons } = pair;
    const back = { back: `/duplicates?resource=${resource}` };
    const both = { one: twinName(a), other: twinName(b) };
    return (
        <Card component="li" sx={{ p: { xs: 2, sm: 2.5 } }}>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>
                <Twin resource={resource} row={a} />
                <Twin resource={resource} row={b} />
            </Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 2 }}>
                <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
                    {translate('crm.duplicates.in_common')}
                </Typography>
                <Reasons reasons={reasons} />
                {mayWrite ? (
                    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ml: { sm: 'auto' } }}>
                        <Button color="inherit" onClick={onDismiss} aria-label={translate('crm.duplicates.dismiss_named', both)}>
                            {translate('crm.duplicates.dismiss')}
                        </Button>
                        <Button variant="contained" component={Link} to={pathToMerge(resource, a.id, b.id)} state={back} aria-label={translate('crm.duplicates.merge_named', both)}>
                            {translate('crm.duplicates.merge_dots')}
                        </Button>
                    </Box>
                ) : null}
            </Box>
        </Card>
    );
};

const Twin = ({ resource, row }: { resource: Twin; row: TwinRow }) => (
    <Box sx={{ minWidth: 0, border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5 }}>
        <MuiLink component={Link} to={pathTo(resource, row.id)} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {twinName(row)}
        </MuiLink>
        {linesOf(row).map(line => (
            <Typography key={line} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {line}
            </Typography>
        ))}
    </Box>
);

const linesOf = ({ title, company, city, email, phone }: TwinRow): string[] =>
    [[title, company].filter(Boolean).join(', '), city, email, phone].filter((line): line is string => !!line);
