/** A text to take along: one press copies it. */
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';

type Props = { label: string; text: string; copy: string; copied: string };

export const CopyField = ({ label, text, copy, copied }: Props) => {
    const [done, setDone] = useState(false);
    const press = () => navigator.clipboard.writeText(text).then(() => setDone(true), () => setDone(false));
    const button = (
        <InputAdornment position="end">
            <Button size="small" startIcon={<ContentCopyOutlined />} onClick={() => void press()} aria-live="polite">
                {done ? copied : copy}
            </Button>
        </InputAdornment>
    );
    return (
        <TextField
            label={label}
            value={text}
            fullWidth
            onFocus={event => event.target.select()}
            slotProps={{ input: { readOnly: true, endAdornment: button, sx: { fontFamily: 'monospace' } }, htmlInput: { spellCheck: false } }}
        />
    );
};
