/** Turns the Markdown of docs/help into pages ready to show, so that the browser carries no Markdown reader. */
import { basename } from 'node:path';
import { marked } from 'marked';
import type { Plugin } from 'vite';

const titleOf = (source: string): string => /^# (.+)$/m.exec(source)?.[1] ?? '';

const withoutTitle = (source: string): string => source.replace(/^# .+$/m, '');

const pageOf = (source: string, file: string) => ({
    slug: basename(file, '.md').replace(/^\d+-/, ''),
    title: titleOf(source),
    html: marked.parse(withoutTitle(source), { async: false }),
});

export const helpPages = (): Plugin => ({
    name: 'help-pages',
    enforce: 'pre',
    transform(source, file) {
        if (!file.endsWith('.md')) return null;
        return { code: `export default ${JSON.stringify(pageOf(source, file))};`, map: null, moduleType: 'js' };
    },
});
