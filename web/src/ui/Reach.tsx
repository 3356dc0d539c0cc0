/** A phone number that calls, an address that writes, a site that opens. */
import Link from '@mui/material/Link';
import { type CallScheme, callAddress } from './dial';

const opensApart = { target: '_blank', rel: 'noopener noreferrer' };

type PhoneProps = { number?: string | null; scheme: CallScheme; label?: string };

export const PhoneLink = ({ number, scheme, label }: PhoneProps) => {
    if (!number) return null;
    const href = callAddress(number, scheme);
    return (
        <Link href={href} aria-label={label} sx={{ whiteSpace: 'nowrap' }} {...(href.startsWith('https:') ? opensApart : {})}>
            {number}
        </Link>
    );
};

export const EmailLink = ({ address }: { address?: string | null }) =>
    address ? <Link href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`}>{address}</Link> : null;

/** Only web addresses become links: what a user typed may be anything. */
export const webAddress = (text: string): string | null => {
    if (/^https?:\/\//i.test(text)) return text;
    return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : null;
};

export const WebLink = ({ address }: { address?: string | null }) => {
    if (!address) return null;
    const href = webAddress(address);
    return href ? <Link href={href} {...opensApart}>{address.replace(/^https?:\/\//, '')}</Link> : <>{address}</>;
};
