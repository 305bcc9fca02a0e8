import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { pythonFiles } from './tooling/python-files.ts'

const setupFiles = ['./vitest.setup.ts']
/** Milliseconds; for busy machines. */
const testTimeout = 30_000

const environmentOptions = { happyDOM: { url: 'http://localhost:3000/' } }

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react(), pythonFiles()],
        test: {
          name: 'components',
          environment: 'happy-dom',
          environmentOptions,
          include: ['src/**/*.test.tsx'],
          setupFiles,
          testTimeout,
        },
      },
      {
        // Most need no page, which takes longer to create than they run. One that does begins with
        // `// @vitest-environment happy-dom`.
        plugins: [pythonFiles()],
        test: {
          name: 'functions',
          environment: 'node',
          environmentOptions,
          include: ['src/**/*.test.ts'],
          setupFiles,
          testTimeout,
        },
      },
      {
        test: {
          name: 'faults',
          environment: './faults/environment.config.ts',
          include: ['faults/**/*.test.ts'],
          testTimeout,
        },
      },
      {
        plugins: [react(), pythonFiles()],
        test: {
          name: 'hostile',
          environment: 'happy-dom',
          environmentOptions,
          include: ['hostile/**/*.test.{ts,tsx}'],
          setupFiles,
          testTimeout,
        },
      },
      {
        test: { name: 'contract', environment: 'node', include: ['{contract,conformance}/**/*.test.ts'], testTimeout },
      },
      { test: { name: 'scripts', environment: 'node', include: ['{scripts,tooling,bench}/**/*.test.ts'] } },
    ],
  },
})
