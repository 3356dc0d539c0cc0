/** A table of fifty rows is read in one glance when each keeps to one line. */

/** Widths of columns in percent, by their place from 1; what they leave is shared by the others. */
export const oneLineRows = (widths: Record<number, number>) => ({
    // By its class: react-admin's own rule for it is stronger than one for the element.
    '& .RaDataTable-table': { tableLayout: 'fixed' },
    '& td': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    ...Object.fromEntries(Object.entries(widths).map(([place, width]) => [`& th:nth-of-type(${place})`, { width: `${width}%` }])),
});
