/** The heading of a page, which is also the title of the tab. */
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

type Props = { title: string; children?: ReactNode; hidden?: boolean };

/** `children` replace the words of the heading, not those of the tab; `hidden` leaves only the tab's. */
export const PageTitle = ({ title, children, hidden }: Props) => (
    <>
        <title>{`${title} · Simple CRM`}</title>
        {hidden ? null : (
            <Typography component="h1" variant="h1" sx={{ overflowWrap: 'anywhere' }}>
                {children ?? title}
            </Typography>
        )}
    </>
);
