/** The x key selects the row that has the focus, or the one under the mouse; with Shift all since the last one. */
import { useEffect } from 'react';

const BOX = '.select-item input';
const ELSEWHERE = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]';

export function useSelectionKeys(): void {
    useEffect(() => {
        window.addEventListener('keydown', press);
        return () => window.removeEventListener('keydown', press);
    }, []);
}

function press(event: KeyboardEvent): void {
    const focused = document.activeElement;
    if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey || isTyping(focused)) return;
    const row = focused?.closest('tbody tr') ?? document.querySelector('tbody tr:hover');
    const { shiftKey } = event;
    row?.querySelector(BOX)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
}

/** Where letters are text; a box itself takes none. */
const isTyping = (focused: Element | null): boolean => Boolean(focused?.closest(ELSEWHERE) && !focused.matches(BOX));
