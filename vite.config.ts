import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { routerParts } from './tooling/router-parts.ts'
import { themeCss } from './tooling/theme-css.ts'

/** What everybody loads, with all that it imports, in one chunk: it compresses a tenth better than in thirty. */
const start = { name: 'start', test: /src[\\/](main|app[\\/]layouts[\\/]Shell|app[\\/]routes[\\/]projects)\.tsx$/ }

/** Small things that many parts share: a chunk for each would cost its name in the first load. */
const panels = {
  name: 'panels',
  test: /src[\\/]ui[\\/](?:feedback[\\/](?:(?:Conflict)?Note|ServerWords|ErrorPanel|EmptyState|UnreadableItems|PartMissing)|Card|lazy-part)\./,
}
const bits = {
  name: 'bits',
  test: /node_modules[\\/]@(?:tabler[\\/]icons-react|mantine[\\/]hooks)[\\/]/,
  minShareCount: 2,
}
const words = {
  name: 'words',
  test: /dataset[\\/]answers[\\/](?:display|ColumnLabel|StatusLabel)\.tsx?$|lib[\\/]bidi\.ts$|api[\\/]kpi[\\/]submissions[\\/](?:loaded|system)-fields\.ts$/,
}

export default defineConfig({
  // Relative addresses: the build runs under any path.
  base: './',
  // No page but index.html: another address is not found, rather than answered with the app.
  appType: 'mpa',
  plugins: [react(), themeCss(), routerParts()],
  resolve: { alias: { 'tough-cookie': fileURLToPath(new URL('src/demo/no-cookies.ts', import.meta.url)) } },
  build: {
    target: 'baseline-widely-available',
    sourcemap: true,
    manifest: true,
    chunkSizeWarningLimit: 700, // size-limit watches over what matters
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [start, panels, words, bits] },
        // The first chunk names all others, and hashes do not compress: seven letters tell builds apart as well as eight.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
})
