/** Contacts: list and pages. */
import { lazy } from 'react';

export const contactPages = {
    list: lazy(() => import('./ContactList')),
    create: lazy(() => import('./ContactCreate')),
    show: lazy(() => import('./ContactShow')),
    edit: lazy(() => import('./ContactEdit')),
};
