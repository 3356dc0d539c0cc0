import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'ra-core';
import { describe, expect, it, vi } from 'vitest';
import { buildUser } from '../test/builders';
import { buildInterest } from '../test/fakeInterests';
import { startFakeApi } from '../test/fakeNetwork';
import { renderPage } from '../test/renderPage';
import { InterestsInput } from './InterestsInput';

const INTERESTS = [buildInterest({ id: 'wine', name: 'Vin' }), buildInterest({ id: 'tea', name: 'Thé', group: 'Boissons' })];

const open = async (ids: string[]) => {
    const save = vi.fn();
    const form = (
        <Form record={{ interest_ids: ids }} onSubmit={save}>
            <InterestsInput />
            <button type="submit">Garder</button>
        </Form>
    );
    await renderPage(form, { route: '/form' });
    return async () => {
        await userEvent.click(screen.getByRole('button', { name: 'Garder' }));
        await waitFor(() => expect(save).toHaveBeenCalled());
        return save.mock.calls[0][0].interest_ids as string[];
    };
};

describe('the boxes of a contact', () => {
    it('are ticked by group, and leave alone what was archived meanwhile', async () => {
        startFakeApi({ interests: [...INTERESTS, buildInterest({ id: 'gone', name: 'Fax', archived: true })] });
        const save = await open(['gone', 'wine']);
        expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Vin' })).checked).toBe(true);
        await userEvent.click(screen.getByRole('checkbox', { name: 'Thé' }));
        expect(screen.getByText('2 cochés')).toBeTruthy();
        expect(await save()).toEqual(['gone', 'wine', 'tea']);
    });

    it('are found without accents, and made on the spot by an admin', async () => {
        const api = startFakeApi({ interests: INTERESTS });
        const save = await open([]);
        await userEvent.type(await screen.findByLabelText('Chercher un centre d’intérêt'), 'THE');
        expect(screen.queryByRole('checkbox', { name: 'Vin' })).toBeNull();
        await userEvent.clear(screen.getByLabelText('Chercher un centre d’intérêt'));
        await userEvent.type(screen.getByLabelText('Chercher un centre d’intérêt'), 'Cuisine');
        await userEvent.click(screen.getByRole('button', { name: 'Créer « Cuisine »' }));
        expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Cuisine' })).checked).toBe(true);
        expect(await save()).toEqual([api.world.interests[2].id]);
    });

    it('are made by nobody else', async () => {
        startFakeApi({ users: [buildUser({ id: 'u1', role: 'user' })], interests: INTERESTS });
        await open([]);
        expect(await screen.findByRole('checkbox', { name: 'Vin' })).toBeTruthy();
        expect(screen.queryByLabelText('Chercher un centre d’intérêt')).toBeNull();
    });
});
