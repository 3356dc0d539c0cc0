/// <reference types="vite/client" />

/** A help page, made by build/helpPages.ts. */
declare module '*.md' {
    const page: { slug: string; title: string; html: string };
    export default page;
}
