/** The box: what is typed above, the answers below; arrows choose, Enter opens, Escape leaves. */
import SearchIcon from '@mui/icons-material/Search';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import InputAdornment from '@mui/material/InputAdornment';
import InputBase from '@mui/material/InputBase';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslate } from 'ra-core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { CloseSearch } from './CloseSearch';
import { addressOf, groupsOf, stepped } from './search';
import { SearchResults } from './SearchResults';
import { useSearch } from './useSearch';

/** The server refuses more. */
const LONGEST = 200;

export const SearchDialog = ({ close }: { close: () => void }) => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const phone = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
    const listId = useId();
    const [text, setText] = useState('');
    const [active, setActive] = useState(0);
    const { found, waiting, goOn } = useSearch(text);
    const groups = groupsOf(found.items);
    const hits = groups.flatMap(group => group.hits);
    const optionId = (at: number) => `${listId}-${at}`;

    const type = (typed: string) => {
        setText(typed);
        setActive(0);
    };
    const onKeyDown = (event: KeyboardEvent) => {
        const next = stepped(event.key, active, hits.length);
        if (next !== undefined) {
            event.preventDefault();
            setActive(next);
            document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
        }
        // What is shown for an earlier text is not what was meant.
        if (event.key === 'Enter' && hits[active] && !waiting && !event.nativeEvent.isComposing) {
            navigate(addressOf(hits[active]));
            close();
        }
    };
    return (
        <Dialog open fullWidth maxWidth="sm" fullScreen={phone} onClose={close} slotProps={{ paper: { 'aria-label': translate('crm.search.title'), 'aria-labelledby': undefined } }} sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}>
            <InputBase
                autoFocus
                fullWidth
                value={text}
                onChange={event => type(event.target.value)}
                onKeyDown={onKeyDown}
                placeholder={translate('crm.search.placeholder')}
                startAdornment={<Glass />}
                endAdornment={phone ? <CloseSearch close={close} /> : null}
                inputProps={{
                    role: 'combobox',
                    'aria-label': translate('crm.search.title'),
                    'aria-expanded': hits.length > 0,
                    'aria-controls': listId,
                    'aria-autocomplete': 'list',
                    'aria-activedescendant': hits.length > 0 ? optionId(active) : undefined,
                    autoComplete: 'off',
                    spellCheck: false,
                    maxLength: LONGEST,
                    enterKeyHint: 'go',
                }}
                sx={{ px: 2, py: 1, fontSize: 18, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
            />
            <DialogContent sx={{ p: 0, minHeight: 160 }}>
                <SearchResults {...{ listId, groups, active, optionId, found, waiting, close }} goOn={() => void goOn()} />
            </DialogContent>
        </Dialog>
    );
};

const Glass = () => (
    <InputAdornment position="start">
        <SearchIcon />
    </InputAdornment>
);
