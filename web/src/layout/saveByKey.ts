/** Ctrl+Enter anywhere in a form saves it, as its button would: not twice at once. */
import type { KeyboardEvent } from 'react';

const BUTTON = 'button[type=submit]';

/** Listens on the form, on something in it, or on what holds it. */
export function saveByKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const form = event.currentTarget.closest('form') ?? event.currentTarget.querySelector('form');
    form?.querySelector<HTMLButtonElement>(BUTTON)?.click();
}
