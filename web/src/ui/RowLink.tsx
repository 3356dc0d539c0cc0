/** Links that make a whole row one: middle click and Ctrl+click work anywhere on it. */
import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';

/** The one the keyboard reaches; it stretches over its nearest positioned ancestor, the row. */
export const RowLink = styled(Link)(({ theme }) => ({
    color: theme.palette.text.primary,
    fontWeight: 600,
    textDecoration: 'none',
    '&::after': { content: '""', position: 'absolute', inset: 0 },
    '&:focus-visible': { outline: 'none' },
    '&:focus-visible::after': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: -2 },
}));

/** As wide and high as its cell, whose padding (theme.ts) it covers. */
const Whole = styled(Link)({
    display: 'block',
    margin: '-7px -12px',
    padding: '7px 12px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: 'inherit',
    textDecoration: 'none',
});

/** Another cell of the row, filled or not, so that it can be pointed at and its text selected; the keyboard passes it by. */
export const CellLink = ({ to, children }: { to: string; children?: string | null }) => (
    <Whole to={to} tabIndex={-1} aria-hidden={children ? undefined : true}>
        {children || '\u00a0'}
    </Whole>
);

/** For the row: what stands above the stretched link can be clicked for itself. */
export const rowOfLinks = {
    position: 'relative',
    '& td a:not([data-row-link])': { position: 'relative', zIndex: 1 },
} as const;
