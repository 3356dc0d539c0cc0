import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildCompany, buildContact, buildPosition } from '../test/builders';
import type { FakeApi } from '../test/fakeApi';
import { sightOf, startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { SearchDoor } from './SearchDoor';

let api: FakeApi;

const open = async () => {
    const shown = await renderPage(<SearchDoor />, { route: '/' });
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    return { ...shown, user, box: await screen.findByRole('combobox') };
};

beforeEach(() => {
    // jsdom draws nothing that could be scrolled.
    Element.prototype.scrollIntoView = () => undefined;
    const pomme = buildCompany({ name: 'Pomme', city: 'Lyon' });
    const job = buildPosition({ company: 'Pomme' });
    const crowd = Array.from({ length: 12 }, (_, at) => buildContact({ last_name: 'Petit', first_name: `Zoé ${at}` }));
    api = startFakeApi({
        companies: [pomme],
        contacts: [buildContact({ id: 'c0', last_name: 'Bœuf', first_name: 'Anne', main_position: job }), ...crowd],
    });
});

describe('the search', () => {
    it('shows what is found by kind, with what stands beside it, as real links', async () => {
        const { user, box } = await open();
        await user.type(box, 'pom');
        const found = await screen.findAllByRole('option');
        expect(found.map(option => option.textContent)).toEqual(['PommeLyon', 'Bœuf AnnePomme']);
        expect(found[1].getAttribute('href')).toBe('/contacts/c0');
        expect(screen.getAllByRole('group').map(group => group.getAttribute('aria-label'))).toEqual(['Sociétés', 'Contacts']);
    });

    it('is led by arrows and Enter', async () => {
        const { user, box, router } = await open();
        await user.type(box, 'pom');
        await screen.findAllByRole('option');
        await user.keyboard('{ArrowDown}');
        const chosen = screen.getByRole('option', { selected: true });
        expect(box.getAttribute('aria-activedescendant')).toBe(chosen.id);
        await user.keyboard('{Enter}');
        expect(router.state.location.pathname).toBe('/contacts/c0');
    });

    it('asks once for what is typed in one go', async () => {
        const { user, box } = await open();
        await user.type(box, 'boeuf');
        await screen.findByRole('option');
        expect(api.requests.map(sightOf).filter(sight => sight.includes('/search'))).toEqual(['GET /api/search?q=boeuf']);
    });

    it('offers the rest of what it does not show', async () => {
        const { user, box } = await open();
        await user.type(box, 'petit');
        await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(10));
        await user.click(screen.getByRole('button', { name: 'Voir la suite' }));
        await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(12));
        expect(screen.queryByRole('button', { name: 'Voir la suite' })).toBeNull();
    });

    it('says that there is nothing', async () => {
        const { user, box } = await open();
        await user.type(box, 'rien de tel');
        await screen.findByText('Rien pour « rien de tel ». Essayez moins de lettres, ou un seul mot.');
    });

    it('teaches what can be typed, and leaves by Escape', async () => {
        const { user } = await open();
        expect(screen.getByText(/« 06 44 »/)).toBeTruthy();
        await user.keyboard('{Escape}');
        await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    });
});
