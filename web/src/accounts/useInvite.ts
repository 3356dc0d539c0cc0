/** Sends an invitation; asked again for the same address it replaces the earlier one. */
import { useQueryClient } from '@tanstack/react-query';
import { type HttpError, useDataProvider, useNotify } from 'ra-core';
import type { FieldErrors, User } from '../api';

export type Wanted = { email: string; role: User['role']; visibility: User['visibility'] };

/** Resolves to the messages of fields, or to nothing when the mail is on its way. */
export function useInvite(): (wanted: Wanted) => Promise<FieldErrors | undefined> {
    const provider = useDataProvider();
    const client = useQueryClient();
    const notify = useNotify();
    return async data => {
        try {
            await provider.create('invitations', { data });
        } catch (error) {
            const { message, body } = error as HttpError;
            if (!body?.errors) notify(message, { type: 'error' });
            return body?.errors ?? {};
        }
        notify('crm.invitations.sent', { messageArgs: { email: data.email } });
        await client.invalidateQueries({ queryKey: ['invitations'] });
        return undefined;
    };
}
