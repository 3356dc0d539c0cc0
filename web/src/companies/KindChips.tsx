/** Lead, client, supplier: what a company is to us, possibly several at once. */
import Chip from '@mui/material/Chip';
import { useTranslate } from 'ra-core';
import type { Kind } from './company';

const COLOURS = { lead: 'secondary', client: 'primary', supplier: 'default' } as const;

export const KindChips = ({ kinds }: { kinds?: Kind[] | null }) => {
    const translate = useTranslate();
    return (kinds ?? []).map(kind => (
        <Chip key={kind} size="small" variant="outlined" color={COLOURS[kind]} label={translate(`crm.kinds.${kind}`)} sx={{ mr: 0.5 }} />
    ));
};
