/** One field two records disagree on: the value that is kept is chosen; both notes may be. */
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import type { MergeField, MergePreview, Side, Twin } from '../api';
import { FieldValue, labelOf } from '../layout';

type Choice = Side | 'both';

type Props = { resource: Twin; preview: MergePreview; field: MergeField; choice: Choice; onChoose: (choice: Choice) => void };

export const ChoiceField = ({ resource, preview, field, choice, onChoose }: Props) => {
    const translate = useTranslate();
    const id = useId();
    const sides: Side[] = ['winner', 'loser'];
    return (
        <Box component="section" sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5, pb: 1 }}>
            <Typography id={id} component="h3" variant="h3">
                {labelOf(field.field, resource, translate)}
            </Typography>
            <RadioGroup
                aria-labelledby={id}
                value={choice}
                onChange={(_, side) => onChoose(side as Choice)}
                sx={{ display: 'grid', gap: 1, mt: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}
            >
                {sides.map(side => (
                    <FormControlLabel key={side} value={side} control={<Radio size="small" />} label={<Value name={preview[side].name} field={field} side={side} />} sx={boxOf(choice === side)} />
                ))}
                {field.field === 'note' ? (
                    <FormControlLabel value="both" control={<Radio size="small" />} label={translate('crm.duplicates.both_notes')} sx={boxOf(choice === 'both')} />
                ) : null}
            </RadioGroup>
        </Box>
    );
};

const boxOf = (isChosen: boolean) => ({ m: 0, p: 1, border: 1, borderColor: isChosen ? 'primary.main' : 'divider', borderRadius: 2, alignItems: 'flex-start' });

const Value = ({ name, field, side }: { name: string; field: MergeField; side: Side }) => {
    const translate = useTranslate();
    return (
        <>
            <Typography component="span" variant="caption" sx={{ display: 'block', color: 'text.secondary' }}>
                {`${translate(`crm.duplicates.sides.${side}`)} · ${name}`}
            </Typography>
            <Typography component="span" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                <FieldValue field={field.field} value={field[side]} />
            </Typography>
        </>
    );
};
