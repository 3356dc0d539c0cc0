/** One field two people disagree on: how it was, how it is now, what was typed; one of the two last is chosen. */
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import type { Difference, Side } from './difference';
import { FieldValue } from './FieldValue';
import { labelOf } from './history';

type Props = { resource: string; difference: Difference; choice: Side | undefined; onChoose: (side: Side) => void };

export const ConflictField = ({ resource, difference, choice, onChoose }: Props) => {
    const translate = useTranslate();
    const id = useId();
    const { field, original } = difference;
    return (
        <Box component="section" sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5, pb: 1 }}>
            <Typography id={id} component="h3" variant="h3">
                {labelOf(field, resource, translate)}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                {translate('crm.conflict.original')} : <FieldValue field={field} value={original} />
            </Typography>
            <RadioGroup
                aria-labelledby={id}
                value={choice ?? null}
                onChange={(_, side) => onChoose(side as Side)}
                sx={{ display: 'grid', gap: 1, mt: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}
            >
                {(['mine', 'theirs'] as const).map(side => (
                    <FormControlLabel
                        key={side}
                        value={side}
                        control={<Radio size="small" />}
                        label={<Version side={side} difference={difference} />}
                        sx={{ m: 0, p: 1, border: 1, borderColor: choice === side ? 'primary.main' : 'divider', borderRadius: 2, alignItems: 'flex-start' }}
                    />
                ))}
            </RadioGroup>
        </Box>
    );
};

const other = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine');

/** Where only the other side changed the field, this side still says what it said at the beginning. */
const Version = ({ side, difference }: { side: Side; difference: Difference }) => {
    const translate = useTranslate();
    return (
        <>
            <Typography component="span" variant="caption" sx={{ display: 'block', color: 'text.secondary' }}>
                {translate(`crm.conflict.${difference.by === other(side) ? 'kept' : side}`)}
            </Typography>
            <Typography component="span" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                <FieldValue field={difference.field} value={difference[side]} />
            </Typography>
        </>
    );
};
