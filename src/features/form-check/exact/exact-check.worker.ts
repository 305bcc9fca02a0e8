import type { loadPyodide } from 'pyodide'
import { type Converter, startConverter } from '#/lib/xlsform/pyxform/converter.ts'
import { checkExactly } from '#/lib/xlsform/pyxform/exact-check.ts'
import type { ExactRequest, WorkerReply } from './exact-messages.ts'

const reply = (message: WorkerReply) => postMessage(message)

async function start({ folder, packages }: ExactRequest): Promise<Converter> {
  const { loadPyodide: load } = (await import(/* @vite-ignore */ `${folder}pyodide.js`)) as {
    loadPyodide: typeof loadPyodide
  }
  return startConverter({ load, indexURL: folder, packages: packages ?? new Uint8Array() })
}

let converter: Promise<Converter> | undefined

addEventListener('message', ({ data }: MessageEvent<ExactRequest>) => {
  const check = async () => {
    converter ??= start(data)
    const convert = await converter
    reply({ is: 'checking' })
    const started = performance.now()
    const result = checkExactly(data.sheets, data.title, convert)
    reply({ is: 'done', result, took: performance.now() - started })
  }
  check().catch((error: unknown) => reply({ is: 'fault', fault: 'failed', detail: String(error) }))
})

/** The smallest module. A Content-Security-Policy without 'wasm-unsafe-eval' refuses it, before anything is loaded. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

try {
  new WebAssembly.Module(EMPTY_MODULE)
  reply({ is: 'ready' })
} catch (error) {
  reply({ is: 'fault', fault: 'forbidden', detail: String(error) })
}
