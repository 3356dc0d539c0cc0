/** A dot in a colour somebody chose; it says nothing that is not written beside it. */
import Box from '@mui/material/Box';

type Props = { colour: string | null | undefined; size?: number };

export const ColourDot = ({ colour, size = 14 }: Props) => (
    <Box
        component="span"
        aria-hidden
        sx={{ display: 'inline-block', flexShrink: 0, width: size, height: size, borderRadius: '50%', bgcolor: colour ?? 'divider', verticalAlign: '-2px' }}
    />
);
