/** One code in the middle of a page, with what it leads to. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { QrImage } from './QrImage';

export const PrintedCode = ({ src, name }: { src: string; name: string }) => (
    <Box sx={{ pt: '40mm', display: 'grid', justifyItems: 'center', gap: '6mm', color: '#000' }}>
        <QrImage src={src} label={name} side="80mm" />
        <Typography sx={{ fontSize: '14pt', fontWeight: 600, maxWidth: '160mm', textAlign: 'center', overflowWrap: 'anywhere' }}>{name}</Typography>
    </Box>
);
