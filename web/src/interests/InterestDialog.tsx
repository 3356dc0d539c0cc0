/** Renames an interest, or moves it to another group. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { type FormEvent, useId, useState } from 'react';
import { fieldMessage } from '../api';
import { GroupField } from './GroupField';
import type { Interest } from './interest';
import { useInterestSave } from './useInterestSave';

type Props = { interest: Interest; groups: string[]; onClose: () => void };

export const InterestDialog = ({ interest, groups, onClose }: Props) => {
    const translate = useTranslate();
    const title = useId();
    const [name, setName] = useState(interest.name);
    const [group, setGroup] = useState(interest.group ?? '');
    const { save, ready, error } = useInterestSave(interest.id, onClose);
    const submit = (event: FormEvent) => {
        event.preventDefault();
        void save({ name: name.trim(), group: group.trim() || null });
    };
    const wrong = fieldMessage(error, 'name');
    return (
        // A click beside the dialog must not throw away what was typed.
        <Dialog open fullWidth maxWidth="xs" onClose={(_, reason) => reason === 'escapeKeyDown' && onClose()} aria-labelledby={title}>
            <form onSubmit={submit} noValidate>
                <DialogTitle id={title}>{translate('crm.interests.edit', { name: interest.name })}</DialogTitle>
                <DialogContent sx={{ '&&': { pt: 1 }, display: 'grid', gap: 2 }}>
                    <TextField
                        label={translate('resources.interests.fields.name')}
                        value={name}
                        onChange={event => setName(event.target.value)}
                        error={Boolean(wrong)}
                        helperText={wrong}
                        autoFocus
                        required
                        autoComplete="off"
                    />
                    <GroupField value={group} onChange={setGroup} groups={groups} error={fieldMessage(error, 'group')} />
                </DialogContent>
                <DialogActions sx={{ px: 3, pb: 2.5 }}>
                    <Button color="inherit" onClick={onClose}>
                        {translate('ra.action.cancel')}
                    </Button>
                    <Button type="submit" variant="contained" disabled={!ready}>
                        {translate('crm.action.save')}
                    </Button>
                </DialogActions>
            </form>
        </Dialog>
    );
};
