/** A password that can be looked at while it is typed. */
import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useState } from 'react';

type Props = TextFieldProps & { show: string; hide: string };

export const PasswordField = ({ show, hide, ...props }: Props) => {
    const [visible, setVisible] = useState(false);
    const button = (
        <InputAdornment position="end">
            <IconButton aria-label={visible ? hide : show} onClick={() => setVisible(!visible)} edge="end" size="small">
                {visible ? <VisibilityOff /> : <Visibility />}
            </IconButton>
        </InputAdornment>
    );
    return <TextField {...props} type={visible ? 'text' : 'password'} slotProps={{ input: { endAdornment: button } }} />;
};
