/** What stands in here is printed alone, on sheets of its own; on the screen it is not seen. */
import GlobalStyles from '@mui/material/GlobalStyles';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Beside the page, since whatever surrounds it there would be printed, or leave its room empty. */
export const PrintAlone = ({ children }: { children: ReactNode }) =>
    createPortal(
        <div data-print-alone>
            <GlobalStyles styles={sheet} />
            {children}
        </div>,
        document.body,
    );

const sheet = {
    '@page': { size: 'A4 portrait', margin: 0 },
    '@media screen': { '[data-print-alone]': { display: 'none' } },
    '@media print': { 'body > :not([data-print-alone])': { display: 'none !important' } },
} as const;

/** Prints when every picture is there: those that are not would stay white. */
export async function printWhenDrawn(): Promise<void> {
    const images = [...document.querySelectorAll<HTMLImageElement>('[data-print-alone] img')];
    await Promise.all(images.map(image => image.decode().catch(() => undefined)));
    window.print();
}
