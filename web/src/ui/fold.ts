/** Text as it is compared: without case, accents and ligatures. */
export const fold = (text: string): string =>
    text
        .toLowerCase()
        .replace(/œ/g, 'oe')
        .replace(/æ/g, 'ae')
        .normalize('NFD')
        .replace(/\p{M}/gu, '');
