import { describe, expect, test } from 'vitest';
import { codeSide, FORMATS, PAGE, perSheet, placeOf, sheetsOf } from './sheet';

const [threeByEight] = FORMATS;

describe('a label', () => {
    test('lies where the maker of the sheet cut it', () => {
        expect(placeOf(threeByEight, 0)).toEqual({ left: 7.21, top: 12.9 });
        expect(placeOf(threeByEight, 4)).toEqual({ left: 73.25, top: 46.8 });
    });

    test.each(FORMATS)('of $id stays on the page, down to the last', format => {
        const last = placeOf(format, perSheet(format) - 1);
        expect(last.left + format.width).toBeLessThan(PAGE.width);
        expect(last.top + format.height).toBeLessThan(PAGE.height);
        expect(codeSide(format)).toBeGreaterThan(15);
    });
});

describe('sheets', () => {
    const places = (sheets: ReturnType<typeof sheetsOf<string>>) => sheets.map(sheet => sheet.map(({ item, place }) => `${item}${place}`));

    test('begin behind the labels that are used already', () => {
        expect(places(sheetsOf(['a', 'b'], threeByEight, { used: 23 }))).toEqual([['a23'], ['b0']]);
    });

    test('hold every copy', () => {
        expect(places(sheetsOf(['a', 'b'], threeByEight, { copies: 2 }))).toEqual([['a0', 'a1', 'b2', 'b3']]);
    });

    test('are none without records', () => {
        expect(sheetsOf([], threeByEight)).toEqual([]);
    });
});
