/** Jumps into a long list: to a letter where it is sorted by words, to a day where it is sorted by date. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useListContext, useTranslate } from 'ra-core';
import { useListJump } from './useListJump';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const DATES = ['updated_at', 'last_activity'];
const NUMBERS = ['postal_code'];

export const JumpBar = () => {
    const { sort, hasNextPage, hasPreviousPage } = useListContext();
    const { jump } = useListJump();
    if (!hasNextPage && !hasPreviousPage && !jump) return null;
    if (DATES.includes(sort.field)) return <DateJump />;
    return <LetterJump letters={NUMBERS.includes(sort.field) ? [...'0123456789'] : LETTERS} />;
};

const LetterJump = ({ letters }: { letters: string[] }) => {
    const translate = useTranslate();
    const { sort } = useListContext();
    const { jump, jumpTo } = useListJump();
    const go = (at: string) => jumpTo(at ? { sort: sort.field, at } : undefined);
    return (
        <>
            <Box role="group" aria-label={translate('crm.list.jump')} sx={{ display: { xs: 'none', sm: 'flex' }, flexWrap: 'wrap' }}>
                <Button size="small" sx={{ minWidth: 0, px: 0.75, py: 0.25, mr: 0.5 }} variant={jump ? 'text' : 'outlined'} onClick={() => go('')}>
                    {translate('crm.list.from_start')}
                </Button>
                {letters.map(letter => (
                    <Button
                        key={letter}
                        size="small"
                        aria-label={translate('crm.list.jump_letter', { letter })}
                        aria-pressed={jump?.at === letter}
                        variant={jump?.at === letter ? 'contained' : 'text'}
                        sx={{ minWidth: { sm: 21, lg: 28 }, px: 0, py: 0.25 }}
                        onClick={() => go(letter)}
                    >
                        {letter}
                    </Button>
                ))}
            </Box>
            <TextField
                select
                label={translate('crm.list.jump')}
                value={jump?.at ?? ''}
                onChange={event => go(event.target.value)}
                sx={{ display: { sm: 'none' }, width: '100%' }}
                slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
            >
                <MenuItem value="">{translate('crm.list.from_start')}</MenuItem>
                {letters.map(letter => (
                    <MenuItem key={letter} value={letter}>
                        {letter}
                    </MenuItem>
                ))}
            </TextField>
        </>
    );
};

const DateJump = () => {
    const translate = useTranslate();
    const { sort } = useListContext();
    const { jump, jumpTo } = useListJump();
    return (
        <TextField
            type="date"
            label={translate('crm.list.jump_date')}
            value={jump?.at ?? ''}
            onChange={event => jumpTo(event.target.value ? { sort: sort.field, at: event.target.value } : undefined)}
            sx={{ width: 190 }}
            slotProps={{ inputLabel: { shrink: true } }}
        />
    );
};
