/** Enters the house, or says why not; once inside, the gate leads to the page that was wanted. */
import { authProvider, type Credentials } from '../api';
import { useRefusal } from './useRefusal';

export function useDoor(onEntered?: () => void) {
    const { attempt, ...rest } = useRefusal();
    const enter = (credentials: Credentials): Promise<void> =>
        attempt(async () => {
            await authProvider.login(credentials);
            onEntered?.();
        });
    return { enter, ...rest };
}
