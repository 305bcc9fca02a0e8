import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunkGroups } from './tooling/chunk-groups.ts'
import { inlineIcon } from './tooling/inline-icon.ts'
import { pythonFiles } from './tooling/python-files.ts'
import { routerParts } from './tooling/router-parts.ts'
import { themeCss } from './tooling/theme-css.ts'

export default defineConfig({
  // Relative addresses: the build runs under any path.
  base: './',
  // No page but index.html: another address is not found, rather than answered with the app.
  appType: 'mpa',
  plugins: [react(), themeCss(), routerParts(), inlineIcon(), pythonFiles()],
  resolve: { alias: { 'tough-cookie': fileURLToPath(new URL('src/demo/no-cookies.ts', import.meta.url)) } },
  build: {
    target: 'baseline-widely-available',
    sourcemap: true,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700, // size-limit watches over what matters
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunkGroups },
        // The first chunk names all others, and hashes do not compress: seven letters tell builds apart as well as eight.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
})
