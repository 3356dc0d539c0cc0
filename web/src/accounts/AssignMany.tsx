/** Gives the selected records to a colleague to look after, or to nobody. */
import AssignmentIndOutlined from '@mui/icons-material/AssignmentIndOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type RaRecord, useGetList, useTranslate } from 'ra-core';
import { useState } from 'react';
import { SelectionButton, useActOnSelection } from '../layout';
import { type NamedUser, nameOf } from './user';

export const AssignMany = () => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    return (
        <>
            <SelectionButton label={translate('crm.mass.assign')} Icon={AssignmentIndOutlined} onClick={() => setOpen(true)} />
            {open ? <AssignDialog onClose={() => setOpen(false)} /> : null}
        </>
    );
};

const NOBODY = 'nobody';

const AssignDialog = ({ onClose }: { onClose: () => void }) => {
    const translate = useTranslate();
    const { act, acting, count } = useActOnSelection();
    const [owner, setOwner] = useState('');
    const assign = async () => {
        await act({ action: 'assign', owner_id: owner === NOBODY ? null : owner });
        onClose();
    };
    return (
        <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby="assign-many">
            <DialogTitle id="assign-many">{translate('crm.mass.assign_title', { smart_count: count })}</DialogTitle>
            <DialogContent>
                <OwnerChoice owner={owner} onChoose={setOwner} />
            </DialogContent>
            <DialogActions sx={{ p: 2 }}>
                <Button color="inherit" onClick={onClose}>
                    {translate('ra.action.cancel')}
                </Button>
                <Button variant="contained" disabled={!owner || acting} onClick={() => void assign()}>
                    {translate('crm.mass.assign')}
                </Button>
            </DialogActions>
        </Dialog>
    );
};

const OwnerChoice = ({ owner, onChoose }: { owner: string; onChoose: (owner: string) => void }) => {
    const translate = useTranslate();
    const { data: users = [] } = useGetList<RaRecord & NamedUser>('users', EVERYBODY);
    return (
        <TextField select fullWidth margin="dense" label={translate('resources.contacts.fields.owner_id')} value={owner} onChange={event => onChoose(event.target.value)}>
            {users.map(user => (
                <MenuItem key={user.id} value={user.id}>
                    {nameOf(user)}
                </MenuItem>
            ))}
            <MenuItem value={NOBODY}>{translate('crm.mass.nobody')}</MenuItem>
        </TextField>
    );
};

const EVERYBODY = { pagination: { page: 1, perPage: 200 }, sort: { field: 'last_name', order: 'ASC' } } as const;
