/** The sheet a page is written on: its width, its air, its heading and what can be done there. */
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle';

type Props = {
    title: string;
    heading?: ReactNode;
    /** Stands beside the heading, to the right. */
    actions?: ReactNode;
    /** The widest the page grows, in pixels. */
    width?: number;
    children: ReactNode;
};

export const Page = ({ title, heading, actions, width = 1280, children }: Props) => (
    <Box sx={{ maxWidth: width, mx: 'auto', px: { xs: 1.5, sm: 3 }, py: { xs: 2, sm: 3 } }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 2 }}>
            <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
                <PageTitle title={title}>{heading}</PageTitle>
            </Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, displayPrint: 'none' }}>{actions}</Box>
        </Box>
        {children}
    </Box>
);
