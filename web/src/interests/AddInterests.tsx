/** Several interests at once, one a line; those that are refused stay to be corrected, with the reason. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useNotify, useTranslate } from 'ra-core';
import { type FormEvent, useRef, useState } from 'react';
import { saveByKey } from '../layout';
import { GroupField } from './GroupField';
import { linesOf } from './interest';
import { type Refusal, useBirths } from './useBirths';

export const AddInterests = ({ groups }: { groups: string[] }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const { give, busy } = useBirths();
    const [text, setText] = useState('');
    const [group, setGroup] = useState('');
    const [refused, setRefused] = useState<Refusal[]>([]);
    const names = useRef<HTMLTextAreaElement>(null);
    const add = async () => {
        const births = await give(linesOf(text).map(name => ({ name, group: group.trim() || null })));
        setRefused(births.refused);
        setText(births.refused.map(({ name }) => name).join('\n'));
        names.current?.focus();
        if (births.made.length) notify('crm.interests.added', { messageArgs: { smart_count: births.made.length } });
    };
    const submit = (event: FormEvent) => {
        event.preventDefault();
        if (text.trim()) void add();
    };
    return (
        <Box component="form" onSubmit={submit} onKeyDown={saveByKey} noValidate sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '3fr 2fr' } }}>
            <TextField
                inputRef={names}
                label={translate('crm.interests.names')}
                helperText={translate('crm.interests.names_hint')}
                value={text}
                onChange={event => setText(event.target.value)}
                multiline
                minRows={2}
                maxRows={12}
            />
            <GroupField value={group} onChange={setGroup} groups={groups} />
            <Refusals refused={refused} />
            <div>
                <Button type="submit" variant="contained" disabled={busy || !text.trim()}>
                    {translate('crm.interests.add')}
                </Button>
            </div>
        </Box>
    );
};

const Refusals = ({ refused }: { refused: Refusal[] }) => {
    const translate = useTranslate();
    if (refused.length === 0) return null;
    return (
        <Alert severity="error" sx={{ gridColumn: '1 / -1' }}>
            {refused.map(refusal => (
                <div key={refusal.name}>{translate('crm.interests.refused', refusal)}</div>
            ))}
        </Alert>
    );
};
