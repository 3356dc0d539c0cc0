/** The colours of users: apart enough to be told from each other, dark enough for white letters (4.5 : 1 and more). */
export const COLOURS = [
    { id: '#3b6ea5', name: 'crm.colours.blue' },
    { id: '#3d5a80', name: 'crm.colours.slate' },
    { id: '#2f6f8f', name: 'crm.colours.petrol' },
    { id: '#0e6455', name: 'crm.colours.pine' },
    { id: '#4c6b1f', name: 'crm.colours.olive' },
    { id: '#8f4a12', name: 'crm.colours.amber' },
    { id: '#9c3d3d', name: 'crm.colours.brick' },
    { id: '#a1346b', name: 'crm.colours.raspberry' },
    { id: '#7a3b69', name: 'crm.colours.plum' },
    { id: '#5a4f9c', name: 'crm.colours.violet' },
];

/** The palette, and the colour somebody brought along if it is none of them. */
export const coloursWith = (current: string | null | undefined): typeof COLOURS =>
    !current || COLOURS.some(({ id }) => id === current.toLowerCase()) ? COLOURS : [...COLOURS, { id: current, name: 'crm.colours.other' }];
