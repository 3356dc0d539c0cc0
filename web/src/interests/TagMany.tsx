/** Ticks interests on all the selected contacts, or unticks them. */
import LabelOutlined from '@mui/icons-material/LabelOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { SelectionButton, useActOnSelection } from '../layout';
import { InterestsPicker } from './InterestsPicker';

export const TagMany = () => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    return (
        <>
            <SelectionButton label={translate('crm.interests.title')} Icon={LabelOutlined} onClick={() => setOpen(true)} />
            {open ? <TagDialog onClose={() => setOpen(false)} /> : null}
        </>
    );
};

const ACTIONS = ['add_interests', 'remove_interests'] as const;

const TagDialog = ({ onClose }: { onClose: () => void }) => {
    const translate = useTranslate();
    const title = useId();
    const { act, acting, count } = useActOnSelection();
    const [action, setAction] = useState<string>(ACTIONS[0]);
    const [ids, setIds] = useState<string[]>([]);
    const tag = async () => {
        await act({ action, interest_ids: ids });
        onClose();
    };
    return (
        <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={title}>
            <DialogTitle id={title}>{translate('crm.interests.many_title', { smart_count: count })}</DialogTitle>
            <DialogContent>
                <RadioGroup aria-labelledby={title} value={action} onChange={(_, chosen) => setAction(chosen)} sx={{ mb: 2 }}>
                    {ACTIONS.map(one => (
                        <FormControlLabel key={one} value={one} control={<Radio size="small" />} label={translate(`crm.interests.${one}`)} />
                    ))}
                </RadioGroup>
                <InterestsPicker label={translate('crm.interests.title')} ids={ids} onChange={setIds} />
            </DialogContent>
            <DialogActions sx={{ p: 2 }}>
                <Button color="inherit" onClick={onClose}>
                    {translate('ra.action.cancel')}
                </Button>
                <Button variant="contained" disabled={ids.length === 0 || acting} onClick={() => void tag()}>
                    {translate('crm.interests.apply')}
                </Button>
            </DialogActions>
        </Dialog>
    );
};
