/** The name of a view, and who may use it. */
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { type FormEvent, useState } from 'react';
import type { ViewForm } from './useViewVerbs';

type Props = { title: string; start: ViewForm; onSave: (form: ViewForm) => Promise<boolean>; onClose: () => void };

export const ViewDialog = ({ title, start, onSave, onClose }: Props) => {
    const translate = useTranslate();
    const [form, setForm] = useState(start);
    const [saving, setSaving] = useState(false);
    const save = async (event: FormEvent) => {
        event.preventDefault();
        setSaving(true);
        const saved = await onSave({ ...form, name: form.name.trim() });
        setSaving(false);
        if (saved) onClose();
    };
    return (
        <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby="view-dialog">
            <form onSubmit={event => void save(event)} noValidate>
                <DialogTitle id="view-dialog">{title}</DialogTitle>
                <DialogContent>
                    <TextField
                        autoFocus
                        fullWidth
                        margin="dense"
                        label={translate('crm.views.name')}
                        value={form.name}
                        onChange={event => setForm({ ...form, name: event.target.value })}
                        slotProps={{ htmlInput: { maxLength: 120 } }}
                    />
                    <FormControlLabel
                        control={<Checkbox checked={form.shared} onChange={event => setForm({ ...form, shared: event.target.checked })} />}
                        label={translate('crm.views.share')}
                    />
                </DialogContent>
                <DialogActions sx={{ p: 2 }}>
                    <Button color="inherit" onClick={onClose}>
                        {translate('ra.action.cancel')}
                    </Button>
                    <Button type="submit" variant="contained" disabled={saving || !form.name.trim()}>
                        {translate('crm.action.save')}
                    </Button>
                </DialogActions>
            </form>
        </Dialog>
    );
};
