/** What the pages remember of the server's answers, and when they forget it. */
import { QueryClient } from '@tanstack/react-query';
import { session, statusOf, writes } from './api';

/** What the server refused it will refuse again; only a broken line or a tired server is asked once more. */
const retry = (failures: number, error: Error): boolean => {
    const status = statusOf(error) ?? 0;
    return failures < 2 && (status === 0 || status >= 500);
};

export const queryClient = new QueryClient({ defaultOptions: { queries: { retry } } });

let before = session.state().current;

/** Somebody came or left: react-admin must ask anew who is here. A changed name only shows. */
session.subscribe(() => {
    const { current } = session.state();
    const [was, is] = [before, current];
    before = current;
    // What the last person saw is nothing to the next.
    if (is === null) queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth' });
    if ((was === null) !== (is === null)) void queryClient.resetQueries({ queryKey: ['auth'] });
    else if (was?.user !== is?.user) void queryClient.invalidateQueries({ queryKey: ['auth', 'getIdentity'] });
});

const LISTS = ['getList', 'getManyReference'];

// Once more, for what the answer right after a write may have missed.
writes.onSettled(() => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => LISTS.includes(String(queryKey[1])) }));
