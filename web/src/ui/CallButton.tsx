/** A telephone to press: calls without opening the record. */
import CallOutlined from '@mui/icons-material/CallOutlined';
import IconButton from '@mui/material/IconButton';
import { type CallScheme, callAddress } from './dial';

type Props = { number?: string | null; scheme: CallScheme; label: string };

export const CallButton = ({ number, scheme, label }: Props) =>
    number ? (
        <IconButton edge="end" color="primary" href={callAddress(number, scheme)} aria-label={label}>
            <CallOutlined />
        </IconButton>
    ) : null;
