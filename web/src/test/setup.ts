/** What every test file of the pages starts from. */
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { session } from '../api';
import { queryClient } from '../queries';

afterEach(async () => {
    cleanup();
    queryClient.clear();
    await session.signOut();
    vi.unstubAllGlobals();
});
