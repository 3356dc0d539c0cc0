/** Carries a dropped file from the page it fell on to the page that wants it. */
let held: File | null = null;

export const handover = {
    give(file: File): void {
        held = file;
    },
    /** The file, once. */
    take(): File | null {
        const file = held;
        held = null;
        return file;
    },
};
