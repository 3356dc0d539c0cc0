/** From a phone number as people write it to the link that calls it. */
export type CallScheme = 'tel' | 'callto' | 'sip' | 'teams' | 'whatsapp';

export const CALL_SCHEMES: CallScheme[] = ['tel', 'callto', 'sip', 'teams', 'whatsapp'];

const ADDRESSES: Record<CallScheme, (digits: string) => string> = {
    tel: digits => `tel:${digits}`,
    callto: digits => `callto:${digits}`,
    sip: digits => `sip:${digits}`,
    teams: digits => `https://teams.microsoft.com/l/call/0/0?users=4:${international(digits)}`,
    whatsapp: digits => `https://wa.me/${international(digits).replace('+', '')}`,
};

/** Digits and a leading plus; "(0)" of "+33 (0)6" is not dialled. */
export const digitsOf = (number: string): string =>
    number.replace(/\(0\)/g, '').replace(/(?!^\+)\D/g, '');

/** Teams and WhatsApp know no national numbers; ours are French. */
const international = (digits: string): string => {
    if (digits.startsWith('+')) return digits;
    return digits.startsWith('00') ? `+${digits.slice(2)}` : `+33${digits.replace(/^0/, '')}`;
};

export const isCallScheme = (value: unknown): value is CallScheme => CALL_SCHEMES.includes(value as CallScheme);

export const callAddress = (number: string, scheme: CallScheme): string => ADDRESSES[scheme](digitsOf(number));
