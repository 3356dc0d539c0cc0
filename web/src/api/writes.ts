/** What was just written may be missing from a list that is asked at once: the database's indexes follow a moment later. */

/** Milliseconds after the last write when lists surely show it. */
const SETTLED = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Passes an answer on, and tells the listeners once it has settled. */
async function noticed<T>(answer: Promise<T>): Promise<T> {
    const done = await answer;
    clearTimeout(timer);
    timer = setTimeout(() => listeners.forEach(listener => listener()), SETTLED);
    return done;
}

export const writes = {
    noticed,
    onSettled: (listener: () => void): void => void listeners.add(listener),
};
