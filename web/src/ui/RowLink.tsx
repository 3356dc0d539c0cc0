/** A link whose target is its whole row, so that middle click and Ctrl+click work anywhere on it. */
import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';

/** Its nearest positioned ancestor is the row. */
export const RowLink = styled(Link)(({ theme }) => ({
    color: theme.palette.text.primary,
    fontWeight: 600,
    textDecoration: 'none',
    '&::after': { content: '""', position: 'absolute', inset: 0 },
    '&:focus-visible': { outline: 'none' },
    '&:focus-visible::after': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: -2 },
}));

/** For the row: what stands above the stretched link can be clicked for itself. */
export const rowOfLinks = {
    position: 'relative',
    '& td a:not([data-row-link])': { position: 'relative', zIndex: 1 },
} as const;
