/** Announces a file, sends it to the bucket and starts its import. */
import { HttpError, useDataProvider } from 'ra-core';
import { useState } from 'react';
import { type CrmProvider, fieldMessage, type Upload, upload } from '../api';
import type { Target } from './import';

/** How much of the file has left (0 to 1), `null` while none does. */
export type Sending = { part: number | null; refusal: string | null; send: (file: File, target: Target) => Promise<void> };

const messageOf = (error: unknown): string =>
    fieldMessage(error, 'size') ?? fieldMessage(error, 'file_name') ?? (error instanceof HttpError ? String(error.message) : 'crm.errors.server');

/** `onStarted` hears the id of the import once it runs. */
export function useSending(onStarted: (id: string) => void): Sending {
    const provider = useDataProvider<CrmProvider>();
    const [part, setPart] = useState<number | null>(null);
    const [refusal, setRefusal] = useState<string | null>(null);
    const send = async (file: File, resource: Target): Promise<void> => {
        setRefusal(null);
        setPart(0);
        try {
            const { data } = await provider.create('imports', { data: { file_name: file.name, size: file.size, resource } });
            await upload(data.upload as Upload, file, setPart);
            await provider.run('imports', { id: data.id });
            onStarted(String(data.id));
        } catch (error) {
            setRefusal(messageOf(error));
            setPart(null);
        }
    };
    return { part, refusal, send };
}
