import { createSafeContext } from '@mantine/core'
import type { FileAccess, RowSource } from '#/dataset/sources/source.ts'

/** The source of the rows on screen, for everything that requests or changes them. */
export const [RowSourceProvider, useRowSource] = createSafeContext<RowSource>('No RowSourceProvider around this')

/** Access to the files of rows. @throws Error where the source has none: then no row has a file, either */
export function useFileAccess(): FileAccess {
  const { files } = useRowSource()
  if (!files) throw new Error('This source has no files')
  return files
}
