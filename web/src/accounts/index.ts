/** People who sign in: the door, their profile, their sessions, how they call. */
import { lazy } from 'react';

export { AccountMenu } from './AccountMenu';
export { OwnerInput } from './OwnerInput';
export { OwnerName } from './OwnerName';
export { SessionExpired } from './SessionExpired';
export { useCallScheme } from './useCallScheme';

export const accountPages = {
    signIn: lazy(() => import('./SignInPage')),
    signUp: lazy(() => import('./SignUpPage')),
    profile: lazy(() => import('./ProfilePage')),
    sessions: lazy(() => import('./SessionsPage')),
};
