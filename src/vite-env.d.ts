/// <reference types="vite/client" />

/** Made by tooling/python-files.ts. */
declare module 'virtual:python-files' {
  export const pythonFiles: {
    /** Below the folder of the page, with the last slash. */
    folder: string
    /** Bytes of each file, by name. */
    sizes: Record<string, number>
    /** Bytes of all, as web servers compress them. */
    downloadSize: number
  }
}
