import { builtinEnvironments, type Environment } from 'vitest/runtime'

/** Globals for requests that are Node's: happy-dom's differ from browsers when a stream breaks off. */
const NODE_GLOBALS = [
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

/** happy-dom with Node's requests and responses. */
const environment: Environment = {
  ...builtinEnvironments['happy-dom'],
  name: 'faults',
  viteEnvironment: 'client',
  async setup(global, options) {
    const descriptors = NODE_GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
    const happyDom = await builtinEnvironments['happy-dom'].setup(global, options)
    for (const [name, descriptor] of descriptors)
      if (descriptor) Object.defineProperty(globalThis, name, { ...descriptor, configurable: true })
    return happyDom
  },
}

export { environment as default }
