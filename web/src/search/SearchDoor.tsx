/** The way into the search, from every page: a field to click, Ctrl+K, or `/`. */
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { opens } from './search';
import { SearchDialog } from './SearchDialog';

export const SearchDoor = () => {
    const [open, setOpen] = useState(false);
    useOpeningKeys(() => setOpen(true));
    return (
        <>
            <Doors open={() => setOpen(true)} />
            {open ? <SearchDialog close={() => setOpen(false)} /> : null}
        </>
    );
};

function useOpeningKeys(open: () => void): void {
    useEffect(() => {
        const onKey = (event: KeyboardEvent) => {
            const isBusy = isOverPage();
            if (event.defaultPrevented || !opens(event) || (isBusy && event.key === '/')) return;
            // Never the browser's own search, which Ctrl+K would open instead.
            event.preventDefault();
            if (!isBusy) open();
        };
        document.addEventListener('keydown', onKey);
        return () => document.removeEventListener('keydown', onKey);
    });
}

/** A dialog that is open keeps the keyboard: what is typed in it would stand behind another one. */
const isOverPage = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"], .MuiDialog-root') !== null;

const Doors = ({ open }: { open: () => void }) => {
    const translate = useTranslate();
    return (
        <>
            <Button
                onClick={open}
                color="inherit"
                variant="outlined"
                startIcon={<SearchIcon />}
                aria-haspopup="dialog"
                aria-keyshortcuts="Control+K /"
                sx={{ display: { xs: 'none', md: 'inline-flex' }, width: 260, justifyContent: 'flex-start', color: 'text.secondary', borderColor: 'divider', fontWeight: 400 }}
            >
                {translate('crm.search.open')}
                <Box component="kbd" aria-hidden sx={{ ml: 'auto', font: 'inherit', fontSize: 12 }}>
                    Ctrl K
                </Box>
            </Button>
            <IconButton onClick={open} aria-label={translate('crm.search.open')} aria-haspopup="dialog" sx={{ display: { md: 'none' } }}>
                <SearchIcon />
            </IconButton>
        </>
    );
};
