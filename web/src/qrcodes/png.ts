/** A code saved as a picture: drawn by the browser, so that no server needs to know how pictures are written. */

/** Pixels of a side: 8 cm at what printers print. */
const SIDE = 1000;

/** Lets the browser save the picture of a code under a name. */
export async function savePng(src: string, name: string): Promise<void> {
    const url = URL.createObjectURL(await pngOf(src));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
}

async function pngOf(src: string): Promise<Blob> {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, SIDE, SIDE);
    return new Promise((resolve, reject) => {
        canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('crm.qr.failed'))), 'image/png');
    });
}
