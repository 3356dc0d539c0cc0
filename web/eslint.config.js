/** The house rules of the front end: strict types, hooks in order, and who may import whom. */
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

// From the highest room to the lowest: a room imports only rooms that stand after it.
const rooms = ['search', 'transfer', 'contacts', 'companies', 'interests', 'accounts', 'exports', 'qrcodes', 'social', 'duplicates', 'help', 'layout'];
const base = ['api', 'i18n'];
const src = name => `./src/${name}`;

const zones = [
    ...rooms.map((room, place) => ({
        target: src(room),
        from: [...rooms.slice(0, place).map(src), './src/App.tsx', './src/main.tsx'],
        message: `${room} stands below: App → search → transfer → contacts → companies → interests → accounts → exports → qrcodes → social → duplicates → help → layout → api | i18n → ui.`,
    })),
    ...base.map(room => ({
        target: src(room),
        from: [...rooms.map(src), ...base.filter(other => other !== room).map(src), './src/App.tsx', './src/main.tsx'],
        message: `${room} knows no page.`,
    })),
    { target: src('ui'), from: [...rooms, ...base].map(src), message: 'ui knows no CRM word.' },
].map(zone => ({ ...zone, except: undefined }));

export default ts.config(
    { ignores: ['dist', 'node_modules'] },
    js.configs.recommended,
    ...ts.configs.strict,
    {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { globals: { ...globals.browser, ...globals.node } },
        plugins: { 'import-x': importX, 'react-hooks': hooks },
        settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
        rules: {
            ...hooks.configs.recommended.rules,
            '@typescript-eslint/no-explicit-any': 'error',
            'import-x/no-cycle': 'error',
            'import-x/no-restricted-paths': ['error', { zones }],
            'max-lines': ['error', 250],
            complexity: ['error', 10],
        },
    },
    {
        // A list of words is a table, not a story.
        files: ['src/i18n/fr.ts', 'src/i18n/en.ts'],
        rules: { 'max-lines': 'off' },
    },
    {
        // A feature is entered by its front door.
        files: ['src/**/*.{ts,tsx}'],
        ignores: ['src/test/**', 'src/**/*.test.{ts,tsx}'],
        rules: {
            'no-restricted-imports': ['error', {
                patterns: [{
                    regex: '^\\.\\./(search|transfer|contacts|companies|interests|accounts|exports|qrcodes|social|duplicates|help)/(?!index)',
                    message: 'Import a feature by its index.',
                }],
            }],
        },
    },
    {
        // Only api/ speaks HTTP.
        files: ['src/**/*.{ts,tsx}'],
        ignores: ['src/api/**', 'src/test/**', 'src/**/*.test.{ts,tsx}'],
        rules: { 'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest'] },
    },
);
