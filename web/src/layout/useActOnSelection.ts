/** Does one thing to the selected rows of the list on the page; afterwards none is selected. */
import { useListContext } from 'ra-core';
import { useState } from 'react';
import type { MassAction } from '../api';
import { focusHeading } from '../ui';
import { useSelecting } from './selection';
import { useMass } from './useMass';

export function useActOnSelection(): { act: (action: MassAction) => Promise<void>; acting: boolean; count: number } {
    const { selectedIds, onUnselectItems } = useListContext();
    const { setSelecting } = useSelecting();
    const run = useMass();
    const [acting, setActing] = useState(false);
    const act = async (action: MassAction) => {
        setActing(true);
        const done = await run(action, selectedIds);
        setActing(false);
        if (!done) return;
        onUnselectItems();
        setSelecting(false);
        focusHeading();
    };
    return { act, acting, count: selectedIds.length };
}
