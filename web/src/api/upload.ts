/** Sends a file straight to the bucket: the form was signed by the server, the bytes never pass through it. */
import { HttpError } from 'ra-core';

export type Upload = { url: string; fields: Record<string, string> };

/** Resolves when the bucket has the whole file; `onProgress` hears how much has left, from 0 to 1. */
export function upload(to: Upload, file: File, onProgress: (part: number) => void): Promise<void> {
    // fetch tells nothing about the progress of what it sends.
    const exchange = new XMLHttpRequest();
    return new Promise((resolve, reject) => {
        exchange.upload.onprogress = event => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
        exchange.onload = () => (exchange.status < 300 ? resolve() : reject(refusal(exchange.status)));
        exchange.onerror = () => reject(refusal(0));
        exchange.open('POST', to.url);
        exchange.send(formOf(to, file));
    });
}

const refusal = (status: number): HttpError => new HttpError('crm.errors.upload', status);

/** S3 ignores what follows `file`, so it comes last. */
function formOf({ fields }: Upload, file: File): FormData {
    const form = new FormData();
    Object.entries(fields).forEach(([name, value]) => form.append(name, value));
    form.append('file', file);
    return form;
}
