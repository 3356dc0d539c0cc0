/** "Plus de 1 000" is enough for most; who wants to know counts on, slice by slice, and sees how far it is. */
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'ra-core';
import { useFormat } from '../i18n';
import { useCount } from './useCount';

export const CountExactly = () => {
    const { meta, filterValues } = useListContext();
    if (meta?.exact !== false) return null;
    // Another query is another count.
    return <Count key={JSON.stringify(filterValues)} filter={filterValues} />;
};

const Count = ({ filter }: { filter: Record<string, unknown> }) => {
    const translate = useTranslate();
    const format = useFormat();
    const { count, state, start, stop } = useCount(filter);
    if (state === 'idle') {
        return (
            <Button size="small" variant="outlined" onClick={start} sx={{ mb: 1.5, displayPrint: 'none' }}>
                {translate('crm.interests.count_exactly')}
            </Button>
        );
    }
    const shown = format.number(count);
    const words = state === 'counting' ? translate('crm.interests.counting', { count: shown }) : translate('crm.interests.counted', { smart_count: count, shown });
    return (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.5 }}>
            {state === 'counting' ? <CircularProgress size={16} aria-hidden /> : null}
            <Typography role="status">{words}</Typography>
            {state === 'counting' ? (
                <Button size="small" color="inherit" onClick={stop}>
                    {translate('crm.interests.stop')}
                </Button>
            ) : null}
        </Box>
    );
};
