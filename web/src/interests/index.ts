/** Interests: their administration, the query that crosses them, matching, and what other rooms may show of them. */
import { lazy } from 'react';

export { CompanyInterests } from './CompanyInterests';
export { ContactInterests } from './ContactInterests';
export { type Interest, interestsOf } from './interest';
export { InterestsInput } from './InterestsInput';
export type { Person } from './person';
export { SelectedPeople } from './SelectedPeople';
export { useInterests } from './useInterests';

export const interestPages = {
    query: lazy(() => import('./QueryPage')),
    matching: lazy(() => import('./MatchingPage')),
    manage: lazy(() => import('./ManagePage')),
};
