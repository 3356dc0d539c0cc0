import { describe, expect, it } from 'vitest';
import { pages, search } from './pages';

const page = (title: string, html: string) => ({ slug: title, title, html });

describe('the help', () => {
    it('has a title and a text on every page', () => {
        expect(pages.length).toBeGreaterThan(7);
        for (const { title, html } of pages) expect(title && html).toBeTruthy();
    });

    it('has a page behind every link from one page to another', () => {
        const links = pages.flatMap(({ html }) => [...html.matchAll(/href="\/help\/([^"#]+)/g)].map(([, slug]) => slug));
        expect(links.length).toBeGreaterThan(7);
        expect(links.filter(slug => !pages.some(page => page.slug === slug))).toEqual([]);
    });

    it('finds words without accents and puts titles first', () => {
        const among = [page('Contacts', '<p>Une société par contact.</p>'), page('Sociétés', '<p>Créer.</p>'), page('Clavier', '<p>Entrée.</p>')];
        expect(search('SOCIETE', among).map(({ title }) => title)).toEqual(['Sociétés', 'Contacts']);
    });

    it('does not find the names of tags', () => {
        expect(search('strong', [page('Contacts', '<strong>Nom</strong>')])).toEqual([]);
    });
});
