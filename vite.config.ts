import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  // Relative addresses: the build runs under any path.
  base: './',
  // No page but index.html: another address is not found, rather than answered with the app.
  appType: 'mpa',
  plugins: [react()],
  resolve: { alias: { 'tough-cookie': fileURLToPath(new URL('src/demo/no-cookies.ts', import.meta.url)) } },
  build: { target: 'baseline-widely-available', sourcemap: true, manifest: true },
})
