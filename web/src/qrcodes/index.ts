/** QR codes: of records, of any text, on labels. */
import { lazy } from 'react';

export { LabelsMany } from './LabelsMany';
export { QrButton } from './QrButton';

export const qrPages = {
    generator: lazy(() => import('./QrPage')),
    labels: lazy(() => import('./LabelsPage')),
};
