import { paths } from '#/app/paths.ts'

/** Not among `paths`, which load with the first page. */
export const pathOfCheck = (importId: string) => `${paths.imports()}/check/${encodeURIComponent(importId)}`
