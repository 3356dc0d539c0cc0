/** Which two interests play the parts of matching for this user, on every machine. */
import { useStore } from 'ra-core';
import { type Choice, type Role, type Roles, rolesOf } from './roles';
import { useInterests } from './useInterests';

const KEY = 'matching.roles';

export function useRoles(): { roles: Roles; choose: (role: Role, id: string | undefined) => void } {
    const { interests } = useInterests();
    const [choice, setChoice] = useStore<Choice>(KEY, {});
    return {
        roles: rolesOf(choice ?? {}, interests),
        choose: (role, id) => setChoice({ ...choice, [role]: id }),
    };
}
