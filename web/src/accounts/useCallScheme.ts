/** How the person at the screen calls: their telephone, Teams, WhatsApp… */
import { useSyncExternalStore } from 'react';
import { session } from '../api';
import { type CallScheme, isCallScheme } from '../ui';

const current = (): unknown => session.state().current?.user.call_scheme;

export function useCallScheme(): CallScheme {
    const scheme = useSyncExternalStore(session.subscribe, current);
    return isCallScheme(scheme) ? scheme : 'tel';
}
