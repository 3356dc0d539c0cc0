/** Duplicates: the warning while typing, the page of pairs, the page of a merge. */
import { lazy } from 'react';

export { LikelyWarning } from './LikelyWarning';
export { MergeTwo } from './MergeTwo';

export const duplicatePages = {
    pairs: lazy(() => import('./PairsPage')),
    merge: lazy(() => import('./MergePage')),
};
