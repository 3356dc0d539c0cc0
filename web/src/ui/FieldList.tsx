/** Labels and their values, one under the other; what is empty is left out. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export type FieldLine = { label: string; value: ReactNode };

type Props = { lines: FieldLine[]; /** Said when every value is empty. */ empty: string };

const isFilled = ({ value }: FieldLine): boolean => value !== null && value !== undefined && value !== '';

export const FieldList = ({ lines, empty }: Props) => {
    const filled = lines.filter(isFilled);
    if (filled.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{empty}</Typography>;
    return (
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.25 }}>
            {filled.map(({ label, value }) => (
                <Box key={label}>
                    <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
                        {label}
                    </Typography>
                    <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                        {value}
                    </Typography>
                </Box>
            ))}
        </Box>
    );
};
