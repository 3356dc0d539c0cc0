/** A few large numbers side by side, each under what it counts. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useFormat } from '../i18n';

/** `label` is a key of i18n. */
export const Counts = ({ counts }: { counts: { label: string; value: number }[] }) => {
    const translate = useTranslate();
    const format = useFormat();
    return (
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', sm: `repeat(${counts.length}, 1fr)` }, gap: 2, m: 0, mt: 2.5 }}>
            {counts.map(({ label, value }) => (
                <div key={label}>
                    <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                        {translate(label)}
                    </Typography>
                    <Typography component="dd" variant="h1" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
                        {format.number(value)}
                    </Typography>
                </div>
            ))}
        </Box>
    );
};
