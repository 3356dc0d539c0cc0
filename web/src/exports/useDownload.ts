/** Fetches a file as a click on its link would, once. */
import { useEffect, useRef } from 'react';

/** The signature of an address changes with every look at it; the file is the one that already came. */
export function useDownload(url: string): void {
    const fetched = useRef(false);
    useEffect(() => {
        if (fetched.current) return;
        fetched.current = true;
        const link = document.createElement('a');
        link.href = url;
        link.download = '';
        link.click();
    }, [url]);
}
