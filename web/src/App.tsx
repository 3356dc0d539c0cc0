/** The front desk: which pages there are and where they live. */
import CssBaseline from '@mui/material/CssBaseline';
import { CoreAdminUI, CustomRoutes, type I18nProvider, Resource } from 'ra-core';
import { AdminContext, LoadingPage, Notification } from 'ra-ui-materialui';
import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import { createBrowserRouter, Navigate, Route, RouterProvider, useLocation } from 'react-router-dom';
import { AccountMenu, accountPages, SessionExpired } from './accounts';
import { authProvider, dataProvider, preferences, session } from './api';
import { companyPages } from './companies';
import { contactPages } from './contacts';
import { duplicatePages } from './duplicates';
import { HelpShell } from './help';
import { interestPages } from './interests';
import { Crash, frameWith, NoPage } from './layout';
import { qrPages } from './qrcodes';
import { queryClient } from './queries';
import { SearchDoor } from './search';
import { transferPages } from './transfer';
import { darkTheme, lightTheme } from './ui';

const Frame = frameWith({ AccountMenu, SearchDoor });

const FramedPage = ({ children }: { children: ReactNode }) => (
    <Frame>
        {children}
        <SessionExpired />
    </Frame>
);

/** react-admin in its parts: whole, it would bring a sign-in page, a store and words of its own along. */
const Desk = ({ i18nProvider }: { i18nProvider: I18nProvider }) => (
    <AdminContext
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        store={preferences.store}
        queryClient={queryClient}
        theme={lightTheme}
        darkTheme={darkTheme}
    >
        <CssBaseline enableColorScheme />
        <Rooms />
        <Notification anchorOrigin={BELOW_THE_BAR} />
    </AdminContext>
);

/** At the foot of the page notices would lie on the buttons of a form. */
const BELOW_THE_BAR = { vertical: 'top', horizontal: 'center' } as const;

const Rooms = () => (
    <CoreAdminUI
        title="Simple CRM"
        disableTelemetry
        requireAuth
        layout={FramedPage}
        loading={LoadingPage}
        loginPage={accountPages.signIn}
        authCallbackPage={false}
        catchAll={NoPage}
        error={Crash}
    >
        <Resource name="contacts" list={contactPages.list} create={contactPages.create}>
            <Route path=":id" element={<contactPages.show />} />
            <Route path=":id/edit" element={<contactPages.edit />} />
        </Resource>
        <Resource name="companies" list={companyPages.list} create={companyPages.create}>
            <Route path=":id" element={<companyPages.show />} />
            <Route path=":id/edit" element={<companyPages.edit />} />
        </Resource>
        <Resource name="users" list={accountPages.users}>
            <Route path=":id" element={<accountPages.user />} />
        </Resource>
        <Resource name="positions" />
        <Resource name="interests" />
        <CustomRoutes>
            <Route path="/" element={<Navigate to="/contacts" replace />} />
            <Route path="/imports" element={<transferPages.start />} />
            <Route path="/imports/:id" element={<transferPages.progress />} />
            <Route path="/profile" element={<accountPages.profile />} />
            <Route path="/sessions" element={<accountPages.sessions />} />
            <Route path="/tokens" element={<accountPages.tokens />} />
            <Route path="/interests" element={<interestPages.query />} />
            <Route path="/interests/matching" element={<interestPages.matching />} />
            <Route path="/interests/manage" element={<interestPages.manage />} />
            <Route path="/duplicates" element={<duplicatePages.pairs />} />
            <Route path="/duplicates/merge" element={<duplicatePages.merge />} />
            <Route path="/qr" element={<qrPages.generator />} />
            <Route path="/qr/etiquettes" element={<qrPages.labels />} />
            <Route path="/help" element={<HelpShell />} />
            <Route path="/help/:slug" element={<HelpShell />} />
        </CustomRoutes>
        <CustomRoutes noLayout>
            <Route path="/signup" element={<accountPages.signUp />} />
            <Route path="/invitation/:token" element={<accountPages.invitation />} />
            <Route path="/mot-de-passe" element={<accountPages.forgotten />} />
            <Route path="/mot-de-passe/:token" element={<accountPages.newPassword />} />
        </CustomRoutes>
    </CoreAdminUI>
);

/** Pages for those who are not signed in. */
const DOORS = ['/login', '/signup'];

/** Pages of mailed links: open to everybody, whoever is signed in here. */
const OPEN = /^\/(invitation\/|mot-de-passe(\/|$))/;

const isSignedIn = (): boolean => session.state().current !== null;

/** Who is not signed in is shown the door, and led back afterwards to where they wanted to go. */
const Gate = ({ i18nProvider }: { i18nProvider: I18nProvider }) => {
    const signedIn = useSyncExternalStore(session.subscribe, isSignedIn);
    const { pathname, search, state } = useLocation();
    const atDoor = DOORS.includes(pathname);
    if (!signedIn && !atDoor && !OPEN.test(pathname)) return <Navigate to="/login" replace state={{ nextPathname: pathname, nextSearch: search }} />;
    if (signedIn && atDoor) return <Navigate to={`${state?.nextPathname ?? '/'}${state?.nextSearch ?? ''}`} replace />;
    return (
        <Suspense fallback={null}>
            <Desk i18nProvider={i18nProvider} />
        </Suspense>
    );
};

/** A data router: without it an unsaved form could not hold back a click on a link. */
const routerOf = (i18nProvider: I18nProvider) => createBrowserRouter([{ path: '*', element: <Gate i18nProvider={i18nProvider} /> }]);

export const App = ({ i18nProvider }: { i18nProvider: I18nProvider }) => {
    const [router] = useState(() => routerOf(i18nProvider));
    return <RouterProvider router={router} />;
};
