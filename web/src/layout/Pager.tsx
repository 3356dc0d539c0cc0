/** Previous and next: a list of a million has no useful page 7. */
import NavigateBefore from '@mui/icons-material/NavigateBefore';
import NavigateNext from '@mui/icons-material/NavigateNext';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useListContext, useTranslate } from 'ra-core';
import { useListJump } from './useListJump';

type Turn = { canTurn: boolean; turn: () => void };

/** Before a jump lie pages too: they are counted back from it. */
function useTurns(): { back: Turn; on: Turn } {
    const { page, setPage, hasNextPage, hasPreviousPage } = useListContext();
    const { jump, jumpTo } = useListJump();
    const back = jump?.back ?? 0;
    const turnBack = () => (page > 1 || !jump ? setPage(page - 1) : jumpTo({ ...jump, back: back + 1 }));
    const turnOn = () => (back > 0 && jump ? jumpTo({ ...jump, back: back - 1 }) : setPage(page + 1));
    return {
        back: { canTurn: Boolean(hasPreviousPage), turn: turnBack },
        on: { canTurn: Boolean(hasNextPage), turn: turnOn },
    };
}

export const Pager = ({ compact }: { compact?: boolean }) => {
    const translate = useTranslate();
    const { back, on } = useTurns();
    const { meta } = useListContext();
    if (compact) return <CompactPager back={back} on={on} />;
    return (
        <>
            {meta?.partial ? <Alert severity="info" sx={{ mt: 1 }}>{translate('crm.list.partial')}</Alert> : null}
            {back.canTurn || on.canTurn ? (
                <Box component="nav" aria-label={translate('crm.list.pages')} sx={{ display: 'flex', justifyContent: 'center', gap: 1, mt: 2, displayPrint: 'none' }}>
                    <Button variant="outlined" startIcon={<NavigateBefore />} disabled={!back.canTurn} onClick={back.turn}>
                        {translate('crm.list.previous')}
                    </Button>
                    <Button variant="outlined" endIcon={<NavigateNext />} disabled={!on.canTurn} onClick={on.turn}>
                        {translate('crm.list.next')}
                    </Button>
                </Box>
            ) : null}
        </>
    );
};

const CompactPager = ({ back, on }: { back: Turn; on: Turn }) => {
    const translate = useTranslate();
    return (
        <Box sx={{ whiteSpace: 'nowrap' }}>
            <IconButton size="small" aria-label={translate('crm.list.previous')} disabled={!back.canTurn} onClick={back.turn}>
                <NavigateBefore />
            </IconButton>
            <IconButton size="small" aria-label={translate('crm.list.next')} disabled={!on.canTurn} onClick={on.turn}>
                <NavigateNext />
            </IconButton>
        </Box>
    );
};
