/** Sheets of labels as one buys them, in millimetres, and which label goes where. */
export type Format = {
    /** As the shelf in the shop says it. */
    id: '3x8' | '3x7' | '2x7' | '5x13';
    columns: number;
    rows: number;
    width: number;
    height: number;
    /** Between two labels of a row; those of a column touch. */
    gap: number;
};

export const PAGE = { width: 210, height: 297 };

export const FORMATS: Format[] = [
    { id: '3x8', columns: 3, rows: 8, width: 63.5, height: 33.9, gap: 2.54 },
    { id: '3x7', columns: 3, rows: 7, width: 63.5, height: 38.1, gap: 2.54 },
    { id: '2x7', columns: 2, rows: 7, width: 99.1, height: 38.1, gap: 2.54 },
    { id: '5x13', columns: 5, rows: 13, width: 38.1, height: 21.2, gap: 2.5 },
];

export const perSheet = ({ columns, rows }: Format): number => columns * rows;

/** Where a label begins on its sheet; what is left of the page is shared between its edges. */
export function placeOf(format: Format, place: number): { left: number; top: number } {
    const { columns, rows, width, height, gap } = format;
    const across = columns * width + (columns - 1) * gap;
    const column = place % columns;
    const row = Math.floor(place / columns);
    return {
        left: round((PAGE.width - across) / 2 + column * (width + gap)),
        top: round((PAGE.height - rows * height) / 2 + row * height),
    };
}

const round = (millimetres: number): number => Math.round(millimetres * 100) / 100;

/** The side of the code on a label: as large as it leaves room for a name. */
export const codeSide = ({ width, height }: Format): number => Math.min(height - 5, width * 0.45);

export type Placed<T> = { item: T; place: number };

/** The sheets of some labels, each `copies` times, when the first `used` places of the first sheet are empty already. */
export function sheetsOf<T>(items: T[], format: Format, { copies = 1, used = 0 } = {}): Placed<T>[][] {
    const size = perSheet(format);
    const sheets: Placed<T>[][] = [];
    items
        .flatMap(item => Array.from({ length: copies }, () => item))
        .forEach((item, count) => {
            const place = count + Math.min(used, size - 1);
            const sheet = Math.floor(place / size);
            (sheets[sheet] ??= []).push({ item, place: place % size });
        });
    return sheets;
}
