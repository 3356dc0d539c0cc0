/** People who sign in: the doors, their profile, their sessions and tokens; and who administers them. */
import { lazy } from 'react';

export { AccountMenu } from './AccountMenu';
export { AssignMany } from './AssignMany';
export { OwnerInput } from './OwnerInput';
export { OwnerName } from './OwnerName';
export { SessionExpired } from './SessionExpired';
export { useCallScheme } from './useCallScheme';

export const accountPages = {
    signIn: lazy(() => import('./SignInPage')),
    signUp: lazy(() => import('./SignUpPage')),
    profile: lazy(() => import('./ProfilePage')),
    sessions: lazy(() => import('./SessionsPage')),
    tokens: lazy(() => import('./TokensPage')),
    users: lazy(() => import('./UserList')),
    user: lazy(() => import('./UserEdit')),
    invitation: lazy(() => import('./InvitationPage')),
    forgotten: lazy(() => import('./ForgottenPage')),
    newPassword: lazy(() => import('./NewPasswordPage')),
};
