import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import HelpShell from './HelpShell';

beforeEach(() => {
    // jsdom lays nothing out: there is nowhere to scroll to.
    Element.prototype.scrollIntoView = () => undefined;
    startFakeApi();
});

describe('the pages of the help', () => {
    it('say that an address leads to none of them, beside the list', async () => {
        await renderPage(<HelpShell />, { route: '/help/:slug', address: '/help/06-archiver-et-restaurer' });
        expect((await screen.findByRole('alert')).textContent).toMatch('Cette page d’aide n’existe pas');
        expect(screen.queryByRole('article')).toBeNull();
        expect(screen.getByRole('link', { name: 'Premiers pas' })).toBeTruthy();
    });

    it('lead to the heading of the one that is chosen', async () => {
        await renderPage(<HelpShell />, { route: '/help/:slug', address: '/help/premiers-pas' });
        await userEvent.click(await screen.findByRole('link', { name: 'Exporter une liste' }));
        expect(document.activeElement).toBe(await screen.findByRole('heading', { name: 'Exporter une liste' }));
    });
});
