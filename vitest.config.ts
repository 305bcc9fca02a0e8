import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const setupFiles = ['./vitest.setup.ts']
/** Milliseconds; for busy machines. */
const testTimeout = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'app',
          environment: 'happy-dom',
          environmentOptions: { happyDOM: { url: 'http://localhost:3000/' } },
          include: ['src/**/*.test.{ts,tsx}'],
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
        plugins: [react()],
        test: {
          name: 'hostile',
          environment: 'happy-dom',
          environmentOptions: { happyDOM: { url: 'http://localhost:3000/' } },
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
