/** "12 345 contacts", or "plus de 10 000" where counting would cost too much. */
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'ra-core';
import { useFormat } from '../i18n';

type Meta = { total?: number | null; exact?: boolean };

export const ListTotal = ({ resource }: { resource: string }) => {
    const translate = useTranslate();
    const format = useFormat();
    const { total, meta = {}, isPending } = useListContext();
    const known = total ?? (meta as Meta).total;
    if (isPending) return <Typography aria-live="polite">{translate('crm.list.counting')}</Typography>;
    if (known === null || known === undefined) return null;
    const shown = format.number(known);
    const text = (meta as Meta).exact === false ? translate('crm.list.more', { total: shown }) : shown;
    return (
        <Typography aria-live="polite" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
            {translate(`crm.list.${resource}`, { smart_count: known, shown: text })}
        </Typography>
    );
};
