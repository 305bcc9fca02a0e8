/** Two letters of a username: "pl" for "p.lefevre", "am" for "amina". */
export function initialsOf(username: string): string {
  const parts = username.split(/[._\-\s]+/).filter(Boolean)
  const letters = (text = '', count = 1) => Array.from(text).slice(0, count).join('')
  return parts.length > 1 ? letters(parts[0]) + letters(parts.at(-1)?.replace(/^0+(?=.)/, '')) : letters(parts[0], 2)
}
