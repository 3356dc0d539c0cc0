/** What can be done with the selected rows. Features hand in their buttons as children; this bar knows none of them. */
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n';
import { SelectAll } from './SelectAll';
import { useSelecting } from './selection';

/** It stays in sight at the foot of the window; on a phone above the bar that is there already. */
const atTheFoot = { position: 'sticky', bottom: { xs: 76, sm: 16 }, zIndex: 3, mt: 2, displayPrint: 'none' } as const;

/** Four in a row on a phone, so that each has room for its word. */
const actions = { display: { xs: 'grid', sm: 'flex' }, gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', flexWrap: 'wrap', gap: 0.5, width: { xs: 1, sm: 'auto' }, ml: { sm: 'auto' } } as const;

export const SelectionBar = ({ children }: { children?: ReactNode }) => {
    const translate = useTranslate();
    const format = useFormat();
    const { selectedIds, onUnselectItems } = useListContext();
    const { selecting, setSelecting } = useSelecting();
    const count = selectedIds?.length ?? 0;
    if (count === 0 && !selecting) return null;
    const close = () => {
        onUnselectItems();
        setSelecting(false);
    };
    return (
        <Paper elevation={6} role="region" aria-label={translate('crm.selection.title')} sx={{ ...atTheFoot, px: 1.5, py: 1, borderRadius: 3 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
                <IconButton size="small" aria-label={translate('crm.selection.clear')} onClick={close}>
                    <CloseOutlined fontSize="small" />
                </IconButton>
                <Typography aria-live="polite" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
                    {translate('crm.selection.count', { smart_count: count, shown: format.number(count) })}
                </Typography>
                <SelectAll />
                <Box sx={actions}>{count > 0 ? children : null}</Box>
            </Box>
        </Paper>
    );
};
