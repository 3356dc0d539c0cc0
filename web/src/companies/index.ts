/** Companies: list, pages, and what other rooms may use of them. */
import { lazy } from 'react';

export { AddressInputs } from './AddressInputs';
export { addressLines, NETWORKS, type Social } from './company';
export { CompanyLink } from './CompanyLink';
export { CompanyPicker } from './CompanyPicker';
export { checkPosition, isEmptyPosition, type Position, positionToSend } from './position';
export { PositionCard } from './PositionCard';
export { PositionInputs } from './PositionInputs';
export { Note } from './Note';
export { SocialInputs } from './SocialInputs';

export const companyPages = {
    list: lazy(() => import('./CompanyList')),
    create: lazy(() => import('./CompanyCreate')),
    show: lazy(() => import('./CompanyShow')),
    edit: lazy(() => import('./CompanyEdit')),
};
