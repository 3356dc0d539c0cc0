/** The text of a help page. It is written in French, whatever the language of the screen. */
import Card from '@mui/material/Card';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import type { HelpPage } from './pages';

const Prose = styled('div')(({ theme }) => ({
    maxWidth: 680,
    lineHeight: 1.6,
    overflowWrap: 'anywhere',
    '& h2': { ...theme.typography.h2, marginTop: theme.spacing(3) },
    '& a': { color: theme.palette.primary.main },
    '& kbd, & code': { padding: '1px 6px', borderRadius: 4, border: `1px solid ${theme.palette.divider}`, fontSize: '0.9em' },
    '& li': { marginBottom: theme.spacing(0.5) },
    '& table': { borderCollapse: 'collapse', width: '100%' },
    '& td, & th': { textAlign: 'left', borderBottom: `1px solid ${theme.palette.divider}`, padding: theme.spacing(0.75, 1) },
}));

/** Links to our own pages stay within the app; with a modifier key the browser opens them as it always does. */
function ownAddress(event: MouseEvent): string | null {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !(event.target instanceof HTMLAnchorElement)) return null;
    const address = event.target.getAttribute('href');
    return address?.startsWith('/') ? address : null;
}

type Props = { page: HelpPage; /** Chosen, and not shown for want of another: on a phone it lies below the list. */ isAskedFor: boolean };

export const HelpText = ({ page, isAskedFor }: Props) => {
    const navigate = useNavigate();
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        if (!isAskedFor) return;
        heading.current?.focus({ preventScroll: true });
        heading.current?.scrollIntoView();
    }, [isAskedFor]);
    const follow = (event: MouseEvent) => {
        const address = ownAddress(event);
        if (!address) return;
        event.preventDefault();
        void navigate(address);
    };
    return (
        <Card component="article" lang="fr" sx={{ p: { xs: 2, sm: 4 } }}>
            <Typography ref={heading} component="h2" variant="h1" tabIndex={-1} sx={{ outline: 'none', scrollMarginTop: { xs: 80, md: 240 } }}>
                {page.title}
            </Typography>
            {/* Our own Markdown, turned into HTML when the pages were built: nothing a user wrote. */}
            <Prose onClick={follow} dangerouslySetInnerHTML={{ __html: page.html }} />
        </Card>
    );
};
