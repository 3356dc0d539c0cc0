/** The help pages of docs/help, in the order of their file names, and the search among them. */
import { fold } from '../ui';

export type HelpPage = { slug: string; title: string; html: string };

const files = import.meta.glob<HelpPage>('../../../docs/help/*.md', { eager: true, import: 'default' });

export const pages: HelpPage[] = Object.keys(files)
    .sort()
    .map(name => files[name]);

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&#39;|’/g, "'");

/** Pages that hold every word of the question; those that hold them in their title come first. */
export function search(query: string, among: HelpPage[]): HelpPage[] {
    const words = fold(query.replace(/’/g, "'")).split(/\s+/).filter(Boolean);
    const holds = (text: string) => words.every(word => fold(text).includes(word));
    const found = among.filter(({ title, html }) => holds(`${plain(title)} ${plain(html)}`));
    return [...found.filter(({ title }) => holds(plain(title))), ...found.filter(({ title }) => !holds(plain(title)))];
}
