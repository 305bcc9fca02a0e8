import type { Plugin } from 'vite'

const undefinedExports = (names: string[]) => names.map((name) => `export const ${name} = undefined`).join('\n')

/**
 * Modules of the router for features that the app does not use, by path, with their replacement and the names they
 * export.
 */
const REPLACED_MODULES: Record<string, { code: string; names: string[] }> = {
  // Server rendering, and prefetching of linked pages.
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
  // Instrumentation.
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

/** Replaces unused modules of the router in the build, which saves two kilobytes in the first load. */
export function routerParts(): Plugin {
  return {
    name: 'fieldboard:router-parts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [, path = ''] = /\/react-router\/dist\/production\/(.*)$/.exec(id) ?? []
      const part = REPLACED_MODULES[path]
      return part ? { code: replacementFor(path, part, code), map: null } : null
    },
  }
}

/** @throws Error if the module's exports have changed */
function replacementFor(path: string, part: { code: string; names: string[] }, code: string): string {
  const [, list = ''] = /^export \{([^}]*)\}/m.exec(code) ?? []
  const definedNames = [...part.code.matchAll(/export const (\w+)/g)].map(([, name = '']) => name)
  const expectedNames = [...definedNames, ...part.names]
  const actualNames = list.split(',').map((name) => name.trim())
  if (actualNames.length !== expectedNames.length || actualNames.some((name) => !expectedNames.includes(name)))
    throw new Error(`react-router’s ${path} has changed: see tooling/router-parts.ts.`)
  return `${part.code}\n${undefinedExports(part.names)}`
}
