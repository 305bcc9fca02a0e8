import type { ChosenFile, Repetition } from './import-job.ts'

/** SHA-256 of a file, in hexadecimal; `undefined` where the browser cannot read or digest it. */
export async function digestOf(file: File): Promise<string | undefined> {
  try {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return undefined // no secure context, or the file was moved
  }
}

type Compared = Pick<ChosenFile, 'fileName' | 'link' | 'digest'>

/** The first of the others that has the same content, address or name; content counts more than a name. */
export function repetitionOf(chosen: Compared, others: readonly Compared[]): Repetition | undefined {
  const same = (by: Repetition['by'], isSame: (other: Compared) => boolean): Repetition | undefined => {
    const twin = others.find(isSame)
    return twin && { fileName: twin.fileName, by }
  }
  return (
    same(
      'content',
      ({ digest, link }) =>
        (chosen.digest !== undefined && digest === chosen.digest) ||
        (chosen.link !== undefined && link === chosen.link),
    ) ?? same('name', ({ fileName }) => nameOf(fileName) === nameOf(chosen.fileName))
  )
}

/** The name that the server gives the project of a file whose form has no title [0201, 0203]. */
export const projectNameOf = (fileName: string) => fileName.replace(/\.\w+$/, '')

const nameOf = (fileName: string) => projectNameOf(fileName).normalize().toLowerCase()
