/** Asks once more before something that many people would notice. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';

type Props = { title: string; text: string; confirm: string; cancel: string; busy: boolean; onConfirm: () => void; onClose: () => void };

export const Confirmation = ({ title, text, confirm, cancel, busy, onConfirm, onClose }: Props) => {
    const heading = useId();
    return (
        <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby={heading}>
            <DialogTitle id={heading}>{title}</DialogTitle>
            <DialogContent>
                <DialogContentText>{text}</DialogContentText>
            </DialogContent>
            <DialogActions sx={{ p: 2, flexWrap: 'wrap' }}>
                <Button color="inherit" onClick={onClose}>
                    {cancel}
                </Button>
                <Button variant="contained" disabled={busy} onClick={onConfirm}>
                    {confirm}
                </Button>
            </DialogActions>
        </Dialog>
    );
};
