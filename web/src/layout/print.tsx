/** Prints a list: the table alone, across a sheet of A4, with the selected rows or those on the page. */
import GlobalStyles from '@mui/material/GlobalStyles';
import { type Identifier, type RaRecord, useDataProvider, useListContext, useNotify } from 'ra-core';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

type Print = (ids: Identifier[]) => Promise<void>;

/** Forty sheets. */
const MOST_PRINTED = 1000;

const Context = createContext<Print>(async () => undefined);

export const usePrint = (): Print => useContext(Context);

/** `children` get the rows that are being printed instead of those of the page. */
export const PrintProvider = ({ children }: { children: (printed: RaRecord[] | undefined) => ReactNode }) => {
    const { resource } = useListContext();
    const provider = useDataProvider();
    const notify = useNotify();
    const [printed, setPrinted] = useState<RaRecord[]>();
    const print: Print = async ids => {
        if (ids.length > MOST_PRINTED) notify('crm.print.limit', { type: 'warning', messageArgs: { most: MOST_PRINTED } });
        try {
            setPrinted((await provider.getMany(resource, { ids: ids.slice(0, MOST_PRINTED) })).data);
        } catch (error) {
            notify((error as Error).message, { type: 'error' });
        }
    };
    useEffect(() => {
        if (!printed) return undefined;
        const end = () => setPrinted(undefined);
        window.addEventListener('afterprint', end, { once: true });
        window.print();
        return () => window.removeEventListener('afterprint', end);
    }, [printed]);
    return (
        <Context.Provider value={print}>
            <GlobalStyles styles={sheet} />
            {children(printed)}
        </Context.Provider>
    );
};

const sheet = {
    '@page': { size: 'A4 landscape', margin: '12mm' },
    '@media print': {
        '.RaDataTable-headerCell': { position: 'static !important' },
        '.MuiTableSortLabel-icon': { display: 'none !important' },
        '.MuiTableSortLabel-root': { marginRight: '8px !important' },
        // Paper is wide, whatever the window was; boxes are for the screen alone.
        'th:not(.select-cell), td:not(.select-cell)': { display: 'table-cell !important' },
        'tbody tr': { breakInside: 'avoid' },
        // Nothing is cut on paper: columns as wide as they need, words on several lines.
        '.RaDataTable-table': { tableLayout: 'auto !important' },
        'thead th': { width: 'auto !important', fontSize: '8.5pt' },
        'tbody td': { whiteSpace: 'normal !important', overflow: 'visible !important', overflowWrap: 'anywhere', fontSize: '8.5pt' },
    },
} as const;
