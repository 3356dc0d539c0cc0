/** A pair of binoculars, which the icons of Material UI lack. */
import { createSvgIcon } from '@mui/material/utils';

export const Binoculars = createSvgIcon(
    <g fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="6.6" cy="16.2" r="4.1" />
        <circle cx="17.4" cy="16.2" r="4.1" />
        <path d="M10.7 15.6c.8-.7 1.8-.7 2.6 0M3 14.2 6 6.4C6.4 5.3 7.1 4.7 8 4.7s1.7.7 1.7 1.6V13M21 14.2 18 6.4C17.6 5.3 16.9 4.7 16 4.7s-1.7.7-1.7 1.6V13M9.7 8.6h4.6" />
    </g>,
    'Binoculars',
);
