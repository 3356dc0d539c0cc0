/** A card with a heading: one subject of a page. */
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

type Props = { title: string; action?: ReactNode; children: ReactNode };

export const Section = ({ title, action, children }: Props) => {
    const heading = useId();
    return (
        <Card component="section" aria-labelledby={heading} sx={{ p: { xs: 2, sm: 2.5 } }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', columnGap: 1, mb: 1.5, minHeight: 28 }}>
                <Typography id={heading} component="h2" variant="h2">
                    {title}
                </Typography>
                {action}
            </Box>
            {children}
        </Card>
    );
};
