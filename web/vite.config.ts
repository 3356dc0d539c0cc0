/** How the pages are built, served while developing, and tested. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fakeApi } from './build/fakeApi.ts';
import { helpPages } from './build/helpPages.ts';

const api = process.env.API ?? 'http://127.0.0.1:8000';

export default defineConfig({
    plugins: [react(), helpPages(), process.env.FAKE_API ? fakeApi() : null],
    build: { target: 'es2022', chunkSizeWarningLimit: 700 },
    server: {
        host: '127.0.0.1',
        fs: { allow: ['..'] },
        proxy: process.env.FAKE_API ? undefined : { '/api': { target: api } },
    },
    test: {
        environment: 'jsdom',
        include: ['src/**/*.test.{ts,tsx}'],
        // Forms are typed letter by letter, on machines that do other things too.
        testTimeout: 20_000,
        setupFiles: ['src/test/setup.ts'],
    },
});
