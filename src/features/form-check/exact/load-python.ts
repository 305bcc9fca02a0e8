import { pythonFiles } from 'virtual:python-files'
import { send } from '#/api/client.ts'
import type { ExactFault } from './exact-messages.ts'

/** A file that did not arrive, or not as what it is. */
export class LoadFault extends Error {
  override readonly name = 'LoadFault'
  readonly fault: ExactFault

  constructor(fault: ExactFault, detail: string) {
    super(detail)
    this.fault = fault
  }
}

/** The URL of the folder with Python's files. */
export const pythonFolder = () => new URL(pythonFiles.folder, document.baseURI).href

const WASM = 'pyodide.asm.wasm'
const PACKAGES = 'packages.zip'

/**
 * Loads all files into the browser's cache, where the worker finds them, and tells how far it is, from 0 to 1. Returns the
 * archive with the converter. @throws LoadFault
 */
export async function loadPython(onProgress: (loaded: number) => void, signal: AbortSignal): Promise<Uint8Array> {
  const { sizes } = pythonFiles
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0)
  let loaded = 0
  const load = async (name: string) => {
    const response = await send(new Request(pythonFolder() + name, { signal }))
    if (!response.ok) throw new LoadFault('not-loaded', `${response.status} ${name}`)
    const type = response.headers.get('Content-Type') ?? ''
    if (name === WASM && !type.startsWith('application/wasm')) throw new LoadFault('wrong-type', type)
    const counted = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          loaded += chunk.length
          onProgress(loaded / total)
          controller.enqueue(chunk)
        },
      }),
    )
    const content = await new Response(counted ?? null).arrayBuffer()
    return name === PACKAGES ? new Uint8Array(content) : null
  }
  try {
    const contents = await Promise.all(Object.keys(sizes).map(load))
    return contents.find((content) => content !== null) ?? new Uint8Array()
  } catch (error) {
    throw error instanceof LoadFault ? error : new LoadFault('not-loaded', String(error))
  }
}
