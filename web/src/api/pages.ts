/** Pages of a long list: react-admin counts pages, the server gives cursors, and this remembers which is which. */

/** A list as the server answers it (VOCABULARY, Lists). */
export type Envelope<T> = {
    items: T[];
    next: string | null;
    previous: string | null;
    total: number | null;
    total_is_exact: boolean;
    partial: boolean;
};

/** Asks one page: from `cursor`, or from the beginning (or the jump) when there is none. */
export type Ask<T> = (cursor: string | undefined, limit: number) => Promise<Envelope<T>>;

/** The server's greatest page. */
const GREATEST = 200;

/** Page 1 is where the list (or the jump) begins; 0, -1, … lie before a jump. Always known: no cursor is needed for it. */
const FIRST = 1;

export class Pages<T> {
    private readonly cursors = new Map<string, Map<number, string>>();

    /** The page at `place` of the list that `key` names, walking there if nobody was there yet. */
    async page(key: string, place: number, perPage: number, ask: Ask<T>): Promise<Envelope<T>> {
        const known = this.of(`${key}|${perPage}`);
        if (place !== FIRST && !known.has(place)) await this.walk(known, place, perPage, ask);
        const answer = await ask(place === FIRST ? undefined : known.get(place), perPage);
        remember(known, place, answer);
        return answer;
    }

    /** Cursors are worth nothing to the next person at this screen. */
    forget(): void {
        this.cursors.clear();
    }

    private of(key: string): Map<number, string> {
        const known = this.cursors.get(key) ?? new Map<number, string>();
        this.cursors.set(key, known);
        return known;
    }

    /** A page opened by its address alone: steps over what lies between in the largest strides there are. */
    private async walk(known: Map<number, string>, place: number, perPage: number, ask: Ask<T>): Promise<void> {
        const forward = place > FIRST;
        const stride = Math.max(1, Math.floor(GREATEST / perPage));
        if (!forward && !known.has(FIRST - 1)) remember(known, FIRST, await ask(undefined, perPage));
        for (let at = forward ? FIRST : FIRST - 1; at !== place; ) {
            const pages = Math.min(stride, Math.abs(place - at));
            const answer = await ask(at === FIRST ? undefined : known.get(at), pages * perPage);
            const cursor = forward ? answer.next : answer.previous;
            if (!cursor) return;
            at += forward ? pages : -pages;
            known.set(at, cursor);
        }
    }
}

function remember<T>(known: Map<number, string>, place: number, answer: Envelope<T>): void {
    if (answer.next) known.set(place + 1, answer.next);
    if (answer.previous) known.set(place - 1, answer.previous);
}
