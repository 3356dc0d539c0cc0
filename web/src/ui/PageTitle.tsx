/** The heading of a page, which is also the title of the tab. */
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';
import { useNavigationType } from 'react-router-dom';
import { focusHeading } from './focusHeading';

type Props = { title: string; children?: ReactNode; hidden?: boolean };

/** `children` replace the words of the heading, not those of the tab; `hidden` leaves only the tab's. */
export const PageTitle = ({ title, children, hidden }: Props) => (
    <>
        <title>{`${title} · Simple CRM`}</title>
        {hidden ? null : (
            <Heading>{children ?? title}</Heading>
        )}
    </>
);

/** Whoever lost the focus with the last page finds it on the heading of this one; a page just opened leaves it where it is. */
const Heading = ({ children }: { children: ReactNode }) => {
    const cameHere = useNavigationType() !== 'POP';
    useEffect(() => {
        if (cameHere && document.activeElement === document.body) focusHeading();
    }, [cameHere]);
    return (
        <Typography component="h1" variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere', outline: 'none' }}>
            {children}
        </Typography>
    );
};
