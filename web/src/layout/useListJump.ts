/** Where a list was told to begin: a letter, a date, or nowhere. */
import { useListContext } from 'ra-core';
import type { Jump } from '../api';

export function useListJump(): { jump: Jump | undefined; jumpTo: (jump: Jump | undefined) => void } {
    const { filterValues, displayedFilters, setFilters, sort } = useListContext();
    const { jump: asked, ...filters } = filterValues as { jump?: Jump };
    const jump = asked && asked.sort === sort.field ? asked : undefined;
    return { jump, jumpTo: next => setFilters(next ? { ...filters, jump: next } : filters, displayedFilters) };
}
