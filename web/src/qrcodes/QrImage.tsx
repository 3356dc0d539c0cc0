/** A code as the server draws it: black on white also in the dark, sharp at any size. */
import Box from '@mui/material/Box';
import type { SxProps } from '@mui/material/styles';

type Props = { src: string; label: string; side: number | string; onFailed?: () => void; sx?: SxProps };

export const QrImage = ({ src, label, side, onFailed, sx }: Props) => (
    <Box component="img" src={src} alt={label} onError={onFailed} sx={{ display: 'block', width: side, height: side, maxWidth: '100%', bgcolor: '#fff', ...sx }} />
);
