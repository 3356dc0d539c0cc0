/** Files come in. */
import { lazy } from 'react';

export const transferPages = {
    start: lazy(() => import('./ImportPage')),
    progress: lazy(() => import('./ImportProgressPage')),
};
