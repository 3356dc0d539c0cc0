/** The boxes of a contact's form: one for each interest, by group; a filter where there are many. */
import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useInput, useTranslate } from 'ra-core';
import { type KeyboardEvent, useState } from 'react';
import { useIsAdmin } from '../layout';
import { byGroup, holds, interestsOf, isNamed } from './interest';
import { BirthButton } from './BirthButton';
import { InterestBoxes } from './InterestBoxes';
import { useInterests } from './useInterests';

/** From this many on they are looked for rather than read. */
const MANY = 12;

export const InterestsInput = () => {
    const translate = useTranslate();
    const isAdmin = useIsAdmin();
    const { interests } = useInterests();
    const { field, fieldState } = useInput<string[] | null>({ source: 'interest_ids' });
    const [typed, setTyped] = useState('');
    // One that was archived meanwhile has no box; it stays, should it come back.
    const ticked: string[] = field.value ?? [];
    const toggle = (id: string) => field.onChange(ticked.includes(id) ? ticked.filter(other => other !== id) : [...ticked, id]);
    const shown = interests.filter(holds(typed));
    const isNew = typed.trim() !== '' && !interests.some(isNamed(typed));
    return (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
            {isAdmin || interests.length > MANY ? <Filter typed={typed} onType={setTyped} /> : null}
            <Count ticked={interestsOf(ticked, interests).length} none={interests.length === 0} />
            {byGroup(shown).map(group => (
                <InterestBoxes key={group.name ?? ''} group={group} ticked={ticked} onToggle={toggle} />
            ))}
            {typed && shown.length === 0 ? <Typography variant="body2">{translate('crm.interests.filter_none')}</Typography> : null}
            {isAdmin && isNew ? <BirthButton name={typed.trim()} onBorn={({ id }) => [field.onChange([...ticked, id]), setTyped('')]} /> : null}
            {fieldState.error ? <FormHelperText error>{translate(String(fieldState.error.message))}</FormHelperText> : null}
        </Box>
    );
};

const Filter = ({ typed, onType }: { typed: string; onType: (text: string) => void }) => {
    const translate = useTranslate();
    return (
        <TextField
            type="search"
            label={translate('crm.interests.filter')}
            value={typed}
            onChange={event => onType(event.target.value)}
            onKeyDown={stayInForm}
            sx={{ maxWidth: 360 }}
            autoComplete="off"
        />
    );
};

/** Enter looks for an interest here; it must not save the contact. */
function stayInForm(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
}

const Count = ({ ticked, none }: { ticked: number; none: boolean }) => {
    const translate = useTranslate();
    return (
        <Typography variant="body2" aria-live="polite" sx={{ color: 'text.secondary' }}>
            {translate(none ? 'crm.interests.tick_none' : 'crm.interests.ticked', { smart_count: ticked })}
        </Typography>
    );
};
