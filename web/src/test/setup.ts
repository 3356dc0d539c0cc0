/** What every test file of the pages starts from. */
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { session } from '../api';

afterEach(async () => {
    cleanup();
    await session.signOut();
    vi.unstubAllGlobals();
});
