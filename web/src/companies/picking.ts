/** How a picker finds a record among any number of them: as the search does, by any words of it; untyped, it shows the first of the list. */
export const asTyped = (typed: string) => (typed ? { typed } : {});

export const BY_NAME = { field: 'name', order: 'ASC' } as const;

export const BY_LAST_NAME = { field: 'last_name', order: 'ASC' } as const;

/** A picker shows this many. */
export const FEW = 20;

/** Starts the list at the typed text and keeps the rows that begin with it; `shown` is the field of a row that carries the sort value. */
export const beginning = (sort: string, shown: string) => (text: string) => (text ? { jump: { sort, at: text, only: shown } } : {});

/** The cursor begins in the picker; its list waits for a letter (opened while it is still being drawn, it would break). */
export const BEGIN_HERE = { openOnFocus: false, TextFieldProps: { autoFocus: true } };

/** The choice of nothing: what a picker takes when nothing was made on the spot. */
export const NOTHING = { id: '', name: '' };
