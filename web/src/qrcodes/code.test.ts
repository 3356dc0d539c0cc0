import { describe, expect, test } from 'vitest';
import { fileName, kindsOf, LONGEST, pathToLabels, recordCode, textCode } from './code';

describe('the picture of a code', () => {
    test('is drawn by the server, for people also as a business card', () => {
        expect(recordCode('contacts', 'c1', 'vcard')).toBe('/api/contacts/c1/qr?kind=vcard');
        expect(recordCode('companies', 'o1')).toBe('/api/companies/o1/qr');
        expect(kindsOf('companies')).toEqual(['record']);
    });

    test('of a text escapes what an address must not hold', () => {
        expect(textCode(' https://exemple.fr/?a=1&b=é ')).toBe('/api/qr?text=https%3A%2F%2Fexemple.fr%2F%3Fa%3D1%26b%3D%C3%A9');
    });

    test('is not asked for when there is nothing to draw, or too much', () => {
        expect(textCode('  ')).toBeNull();
        expect(textCode('x'.repeat(LONGEST + 1))).toBeNull();
    });
});

test('a file is named after what it shows, in plain letters', () => {
    expect(fileName('Lœuillet Zoé')).toBe('qr-loeuillet-zoe.png');
    expect(fileName('漢')).toBe('qr-code.png');
});

test('labels are printed of the records in the address', () => {
    expect(pathToLabels('contacts', ['c1', 'c2'])).toBe('/qr/etiquettes?resource=contacts&ids=c1,c2');
});
