/** Somebody saved the record first: the two versions side by side, field by field; nothing typed is lost. */
import Button from '@mui/material/Button';
import Alert from '@mui/material/Alert';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslate } from 'ra-core';
import { type KeyboardEvent, useState } from 'react';
import { type Choices, type Difference, firstChoices, type Side, undecided } from './difference';
import { ConflictField } from './ConflictField';

type Props = {
    resource: string;
    differences: Difference[];
    /** The other person did not only change the record: they archived it. */
    archived: boolean;
    onSave: (choices: Choices) => void;
    onContinue: () => void;
};

export const ConflictDialog = ({ resource, differences, archived, onSave, onContinue }: Props) => {
    const translate = useTranslate();
    const phone = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
    const [choices, setChoices] = useState<Choices>(() => firstChoices(differences));
    const open = undecided(differences, choices);
    const choose = (field: string, side: Side) => setChoices({ ...choices, [field]: side });
    const save = () => open === 0 && onSave(choices);
    return (
        <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={onContinue} aria-labelledby="conflict-title" onKeyDown={onKey(save)}>
            <DialogTitle id="conflict-title">{translate('crm.conflict.title')}</DialogTitle>
            <DialogContent>
                <DialogContentText sx={{ mb: 2 }}>{translate('crm.conflict.text')}</DialogContentText>
                {archived ? <Alert severity="warning" sx={{ mb: 2 }}>{translate('crm.record.archived')}</Alert> : null}
                <Fields title="crm.conflict.both" {...{ resource, choices, choose }} differences={differences.filter(({ by }) => by === 'both')} />
                <Fields title="crm.conflict.one_side" {...{ resource, choices, choose }} differences={differences.filter(({ by }) => by !== 'both')} />
            </DialogContent>
            <DialogActions sx={{ flexWrap: 'wrap', gap: 1, p: 2 }}>
                <Typography role="status" variant="body2" sx={{ mr: 'auto' }}>
                    {open ? translate('crm.conflict.open', { smart_count: open }) : null}
                </Typography>
                <Button onClick={onContinue} color="inherit">
                    {translate('crm.conflict.continue')}
                </Button>
                <Button onClick={save} variant="contained" disabled={open > 0}>
                    {translate('crm.action.save')}
                </Button>
            </DialogActions>
        </Dialog>
    );
};

/** Ctrl+Enter saves the choices, not the form under the dialog. */
const onKey = (save: () => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    save();
};

type FieldsProps = { title: string; resource: string; differences: Difference[]; choices: Choices; choose: (field: string, side: Side) => void };

const Fields = ({ title, resource, differences, choices, choose }: FieldsProps) => {
    const translate = useTranslate();
    if (differences.length === 0) return null;
    return (
        <>
            <Typography component="h2" variant="h2" sx={{ mt: 1, mb: 1 }}>
                {translate(title)}
            </Typography>
            {differences.map(difference => (
                <ConflictField
                    key={difference.field}
                    resource={resource}
                    difference={difference}
                    choice={choices[difference.field]}
                    onChoose={side => choose(difference.field, side)}
                />
            ))}
        </>
    );
};
