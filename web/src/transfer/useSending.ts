/** Announces a file, sends it to the bucket, and starts its import when nothing of it would be left out. */
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { useState } from 'react';
import { type CrmProvider, fieldMessage, refusalText, type Upload, upload } from '../api';
import type { Target } from './import';
import { AS_RECOGNISED, isPlain, runOptions } from './preview';
import { previewOf } from './usePreview';

type Wish = { /** Stops before the import, to look at the columns first. */ look: boolean };

/** How much of the file has left (0 to 1), `null` while none does. */
export type Sending = { part: number | null; refusal: string | null; send: (file: File, target: Target, wish: Wish) => Promise<void> };

const messageOf = (error: unknown): string => fieldMessage(error, 'size') ?? fieldMessage(error, 'file_name') ?? refusalText(error);

/** `onSent` hears the id of the import: it runs, or waits for somebody to look at it. */
export function useSending(onSent: (id: string) => void): Sending {
    const provider = useDataProvider<CrmProvider>();
    const isReady = useReady();
    const [part, setPart] = useState<number | null>(null);
    const [refusal, setRefusal] = useState<string | null>(null);
    const send = async (file: File, resource: Target, { look }: Wish): Promise<void> => {
        setRefusal(null);
        setPart(0);
        try {
            const { data } = await provider.create('imports', { data: { file_name: file.name, size: file.size, resource } });
            await upload(data.upload as Upload, file, setPart);
            const id = String(data.id);
            if (!look && (await isReady(id, resource))) await provider.run('imports', { id, data: runOptions(AS_RECOGNISED, false) });
            onSent(id);
        } catch (error) {
            setRefusal(messageOf(error));
            setPart(null);
        }
    };
    return { part, refusal, send };
}

/** Whether a file can be taken as it is; one that cannot even be read is shown on its page, which says why. */
function useReady(): (id: string, resource: Target) => Promise<boolean> {
    const provider = useDataProvider<CrmProvider>();
    const client = useQueryClient();
    return (id, resource) =>
        client.fetchQuery(previewOf(provider, id)).then(
            preview => isPlain(preview, resource),
            () => false,
        );
}
