import type { Plugin } from 'vite'

const unused = (names: string[]) => names.map((name) => `export const ${name} = undefined`).join('\n')

/** Parts of the router that serve other ways to use it, by their path: what of them is in use here, and nothing more. */
const PARTS: Record<string, { code: string; names: string[] }> = {
  // Rendering on a server, and links that load pages before they are followed.
  'lib/dom/ssr/components.js': {
    code: `import { createContext } from 'react'
      export const FrameworkContext = createContext(undefined)
      export const usePrefetchBehavior = () => [false, null, {}]
      export const mergeRefs = (ref) => ref`,
    names: [
      'CRITICAL_CSS_DATA_ATTRIBUTE',
      'Links',
      'Meta',
      'PrefetchPageLinks',
      'Scripts',
      'setIsHydrated',
      'useFrameworkContext',
    ],
  },
  // Telling a monitoring service what it does.
  'lib/router/instrumentation.js': {
    code: 'export const consumeInstrumentationClientResultMetaReceiver = () => undefined',
    names: [
      'getRouteInstrumentationUpdates',
      'instrumentClientSideRouter',
      'instrumentHandler',
      'instrumentationResultMetaContext',
    ],
  },
}

/** Leaves out of the build what of the router nobody here uses: two kilobytes that everybody would load. */
export function routerParts(): Plugin {
  return {
    name: 'fieldboard:router-parts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [, path = ''] = /\/react-router\/dist\/production\/(.*)$/.exec(id) ?? []
      const part = PARTS[path]
      return part ? { code: reduced(path, part, code), map: null } : null
    },
  }
}

/** @throws where the router's part offers other names than when this was written */
function reduced(path: string, part: { code: string; names: string[] }, code: string): string {
  const [, list = ''] = /^export \{([^}]*)\}/m.exec(code) ?? []
  const own = [...part.code.matchAll(/export const (\w+)/g)].map(([, name = '']) => name)
  const known = [...own, ...part.names]
  const offered = list.split(',').map((name) => name.trim())
  if (offered.length !== known.length || offered.some((name) => !known.includes(name)))
    throw new Error(`react-router’s ${path} is another now: see tooling/router-parts.ts.`)
  return `${part.code}\n${unused(part.names)}`
}
