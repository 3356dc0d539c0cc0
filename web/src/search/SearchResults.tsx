/** The answers by kind, what is missing of them, and what to type while there are none. */
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import type { Group } from './search';
import { resourceOf } from './search';
import { SearchHit } from './SearchHit';
import { SearchState } from './SearchState';
import type { Found } from './useSearch';

type Props = {
    listId: string;
    groups: Group[];
    active: number;
    optionId: (at: number) => string;
    found: Found;
    waiting: boolean;
    close: () => void;
    goOn: () => void;
};

export const SearchResults = ({ listId, groups, active, optionId, found, waiting, close, goOn }: Props) => {
    const translate = useTranslate();
    const firsts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { hits }) => sum + hits.length, 0));
    return (
        <>
            <Box id={listId} role="listbox" aria-label={translate('crm.search.answers')} aria-busy={waiting} sx={{ opacity: waiting ? 0.6 : 1 }}>
                {groups.map(({ kind, hits }, group) => (
                    <Box key={kind} role="group" aria-label={translate(`resources.${resourceOf(kind)}.name`, { smart_count: 2 })} sx={{ py: 0.5 }}>
                        {hits.map((hit, at) => (
                            <SearchHit key={hit.id} hit={hit} id={optionId(firsts[group] + at)} isActive={firsts[group] + at === active} close={close} />
                        ))}
                    </Box>
                ))}
            </Box>
            <SearchState {...{ found, waiting, goOn }} />
        </>
    );
};
