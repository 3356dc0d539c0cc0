/** Help inside the app. */
import { lazy } from 'react';

export const HelpShell = lazy(() => import('./HelpShell'));
