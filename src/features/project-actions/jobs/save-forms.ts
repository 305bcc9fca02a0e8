import { saveFile, toFileName } from '#/lib/save-file.ts'
import type { ProjectJob } from './project-job.ts'

/** Characters of a project's name in the name of its file. */
const MAX_TITLE_LENGTH = 50

/** The forms that a job has downloaded, by file name: each name once. */
function filesOf({ ids, outcomes, action }: ProjectJob): Map<string, Blob> {
  const files = new Map<string, Blob>()
  const taken = new Set<string>()
  for (const uid of ids) {
    const outcome = outcomes.get(uid)
    const file = outcome?.is === 'done' ? outcome.result?.file : undefined
    if (!file) continue
    // Longer names would lose their end, and the number with it.
    const title = Array.from(action.names.get(uid) || uid)
      .slice(0, MAX_TITLE_LENGTH)
      .join('')
    let name = toFileName(title, 'xlsx')
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = toFileName(`${title} (${number})`, 'xlsx')
    taken.add(name.toLowerCase())
    files.set(name, file)
  }
  return files
}

/** Saves the forms that a job has downloaded: one as it is, several in a ZIP file. */
export async function saveForms(job: ProjectJob): Promise<void> {
  const files = filesOf(job)
  const [only] = files
  if (!only) return
  if (files.size === 1) {
    saveFile(only[1], only[0])
    return
  }
  const { zipSync } = await import('fflate')
  const contents = await Promise.all(
    [...files].map(async ([name, file]) => [name, new Uint8Array(await file.arrayBuffer())] as const),
  )
  // The files are compressed already.
  const zip = zipSync(Object.fromEntries(contents), { level: 0 })
  saveFile(new Blob([zip]), `XLSForms ${new Date().toISOString().slice(0, 10)}.zip`)
}
