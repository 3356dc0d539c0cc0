/** How far something is, for eyes and for ears. */
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';

type Props = { text: string; /** From 0 to 1. */ part: number; /** Whether the heading above says the text already. */ headed?: boolean };

export const ProgressBar = ({ text, part, headed = false }: Props) => {
    const translate = useTranslate();
    const percent = Math.round(part * 100);
    return (
        <div>
            <Box aria-live="polite" sx={{ display: 'flex', justifyContent: headed ? 'end' : 'space-between', mb: 0.5 }}>
                {headed ? null : <Typography>{text}</Typography>}
                <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{translate('crm.import.percent', { percent })}</Typography>
            </Box>
            <LinearProgress variant="determinate" value={percent} aria-label={text} sx={{ height: 8, borderRadius: 4 }} />
        </div>
    );
};
