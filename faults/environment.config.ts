import { builtinEnvironments, type Environment } from 'vitest/runtime'

/** What of the platform answers and ends requests: happy-dom's own differs from browsers where streams break off. */
const NODES_OWN = [
  'fetch',
  'Request',
  'Response',
  'Headers',
  'FormData',
  'Blob',
  'File',
  'ReadableStream',
  'AbortController',
  'AbortSignal',
  'DOMException',
  'URL',
  'URLSearchParams',
] as const

/** A page by happy-dom, with Node's requests and answers. */
const environment: Environment = {
  ...builtinEnvironments['happy-dom'],
  name: 'faults',
  viteEnvironment: 'client',
  async setup(global, options) {
    const kept = NODES_OWN.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
    const page = await builtinEnvironments['happy-dom'].setup(global, options)
    for (const [name, descriptor] of kept)
      if (descriptor) Object.defineProperty(globalThis, name, { ...descriptor, configurable: true })
    return page
  },
}

export { environment as default }
