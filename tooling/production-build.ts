import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.ts'

/** The sources of the build. Folders count too: their time changes when a file in them is removed. */
const sources = [
  'src',
  'public',
  'vendor',
  'index.html',
  'vite.config.ts',
  'tooling/chunk-groups.ts',
  'tooling/inline-icon.ts',
  'tooling/python-files.ts',
  'tooling/router-parts.ts',
  'tooling/theme-css.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]

/** Whether `dist/` is missing, or older than its sources. */
export function isBuildStale(folder: string = root): boolean {
  const page = join(folder, 'dist', 'index.html')
  return !existsSync(page) || newest(sources.map((name) => join(folder, name))) > statSync(page).mtimeMs
}

function newest(paths: string[]): number {
  const times = paths
    .filter((path) => existsSync(path))
    .map((path) => {
      const { mtimeMs } = statSync(path)
      if (!statSync(path).isDirectory()) return mtimeMs
      return Math.max(mtimeMs, newest(readdirSync(path).map((name) => join(path, name))))
    })
  return Math.max(0, ...times)
}
