/** The usernames in a text, each once. They are separated by spaces, commas or semicolons, which no username has. */
export const namesIn = (text: string): string[] => [...new Set(text.split(/[\s,;،؛"]+/).filter(Boolean))]

/** How a table may head its first column. */
const HEADINGS = new Set(['username', 'usernames', 'user', 'name', 'utilisateur', 'nom', 'usuario', 'المستخدم'])

/** The usernames in a file: the first column of a table, or all names of a single line. */
export function namesInFile(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  if (lines.length < 2) return namesIn(lines[0] ?? '')
  const cells = lines.map((line) => (/^\s*"((?:[^"]|"")*)"/.exec(line)?.[1] ?? line.split(/[,;\t]/)[0] ?? '').trim())
  const [first = '', ...rest] = cells
  return namesIn((HEADINGS.has(first.toLowerCase()) ? rest : cells).join('\n'))
}
