/** Leads to the heading of the page those whose button went away; the page stays where it was scrolled to. */
export const focusHeading = (): void => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
