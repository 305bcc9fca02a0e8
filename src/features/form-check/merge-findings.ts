import type { Severity } from '#/lib/xlsform/check/finding.ts'
import type { ExactResult } from '#/lib/xlsform/pyxform/exact-check.ts'
import { isError, rowsOf, type ShownFinding } from './shown-finding.ts'

type Message = ExactResult['errors'][number]

const ORDER: readonly Severity[] = ['import', 'deployment', 'warning']

/**
 * Adds what the server's converter says to the findings of the quick check: to the finding of the same row, or that its
 * text names; else as a finding of its own. The converter stops at its first error, so that it takes none of ours away.
 */
export function mergeFindings(quick: readonly ShownFinding[], exact: ExactResult, sheets: readonly string[]) {
  const merged = [...quick]
  const add = (message: Message, severity: Severity) => {
    const index = merged.findIndex((finding) => isSame(finding, message, severity))
    const same = merged[index]
    if (same) merged[index] = { ...same, serverText: message.text }
    else {
      const { text, row, sheet = sheets[0] ?? '' } = message
      merged.push({ code: 'converter', severity, sheet, ...(row !== undefined && { row }), values: { text } })
    }
  }
  for (const message of exact.errors) add(message, exact.refusedAt ?? 'deployment')
  for (const message of exact.warnings) add(message, 'warning')
  const rank = ({ severity, sheet }: ShownFinding) =>
    ORDER.indexOf(severity) * (sheets.length + 1) + (sheets.includes(sheet) ? sheets.indexOf(sheet) : sheets.length)
  return merged.toSorted((a, b) => rank(a) - rank(b) || (a.row ?? 0) - (b.row ?? 0))
}

function isSame(finding: ShownFinding, { text, row, sheet }: Message, severity: Severity): boolean {
  if (finding.serverText !== undefined || isError(finding) !== (severity !== 'warning')) return false
  if (row !== undefined) return (sheet ?? finding.sheet) === finding.sheet && rowsOf(finding).includes(row)
  const { name, list, heading, type, language } = finding.values as Record<string, string | number | undefined>
  return [name, list, heading, type, language].some((value) => value !== undefined && names(text, String(value)))
}

/** Whether a text has a name as a word of its own, as in quotes. */
function names(text: string, name: string): boolean {
  const at = name === '' ? -1 : text.indexOf(name)
  if (at < 0) return false
  const isWord = (character: string | undefined) => character !== undefined && /[\w-]/.test(character)
  return !isWord(text[at - 1]) && !isWord(text[at + name.length])
}
