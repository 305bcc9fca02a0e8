import { initialFiles } from './tooling/initial-files.ts'

const { scripts, styles } = initialFiles()

export default [
  { name: 'Initial JavaScript of the project list', path: scripts, gzip: true, limit: '175 kB' },
  { name: 'Initial CSS of the project list', path: styles, gzip: true, limit: '45 kB' },
]
