/** Shows one page as the app would, with the fake API behind it. */
import { render } from '@testing-library/react';
import { AdminContext } from 'ra-ui-materialui';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { authProvider, dataProvider, preferences, session } from '../api';
import { createI18nProvider } from '../i18n';
import { queryClient } from '../queries';

/** `route` is the page's pattern ("/contacts/:id/edit"), `address` where the reader is. */
export async function renderPage(page: ReactElement, { route, address = route }: { route: string; address?: string }) {
    await session.load();
    const i18nProvider = await createI18nProvider('fr');
    const wrapped = (
        <AdminContext authProvider={authProvider} dataProvider={dataProvider} i18nProvider={i18nProvider} store={preferences.store} queryClient={queryClient}>
            {page}
        </AdminContext>
    );
    const elsewhere = { path: '*', element: <p>Une autre page</p> };
    const router = createMemoryRouter([{ path: route, element: wrapped }, elsewhere], { initialEntries: [address] });
    render(<RouterProvider router={router} />);
    return { router };
}
