/** How far something is, for eyes and for ears. */
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';

/** `part` from 0 to 1. */
export const ProgressBar = ({ text, part }: { text: string; part: number }) => {
    const percent = Math.round(part * 100);
    return (
        <div>
            <Box aria-live="polite" sx={{ display: 'flex', justifyContent: 'space-between', mb: 0.5 }}>
                <Typography>{text}</Typography>
                <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{percent} %</Typography>
            </Box>
            <LinearProgress variant="determinate" value={percent} aria-label={text} sx={{ height: 8, borderRadius: 4 }} />
        </div>
    );
};
