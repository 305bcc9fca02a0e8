/** What KPI's `q` says [0313-0328]. */
export type Term =
  | { kind: 'and' | 'or'; terms: Term[] }
  | { kind: 'not'; term: Term }
  | { kind: 'field'; name: string; text: string }
  | { kind: 'word'; text: string }

export class SearchSyntaxError extends Error {
  override readonly name = 'SearchSyntaxError'
}

/** A value is quoted by either quote, in which a backslash stays as it is; or has no space, bracket or colon. */
const TOKEN =
  /\s*(?:([()])|(?:([a-zA-Z_[\]][\w\-[\]]*):)?(?:("(?:\\.|[^"])*"|'(?:\\.|[^'])*')|((?!"(?:\\.|[^"])*"|'(?:\\.|[^'])*')[^\s():]+))(?=[\s)]|$))/suy

type Token = { kind: '(' | ')' | 'AND' | 'OR' | 'NOT' } | Extract<Term, { kind: 'field' | 'word' }>

/** `field:value`, quoted and bare words, AND, OR, NOT, brackets; words side by side must all be found. */
export function parseSearch(text: string): Term {
  const tokens = tokensOf(text)
  let at = 0
  const takes = (kind: Token['kind']) => (tokens[at]?.kind === kind ? ++at : 0) > 0

  function either(): Term {
    const terms = [both()]
    while (takes('OR')) terms.push(both())
    return terms.length > 1 ? { kind: 'or', terms } : single(terms)
  }

  function both(): Term {
    const terms = [one()]
    while (takes('AND') || startsTerm(tokens[at])) terms.push(one())
    return terms.length > 1 ? { kind: 'and', terms } : single(terms)
  }

  function one(): Term {
    if (takes('NOT')) return { kind: 'not', term: one() }
    if (takes('(')) {
      const inner = either()
      if (!takes(')')) throw new SearchSyntaxError('Bracket not closed')
      return inner
    }
    const token = tokens[at++]
    if (token?.kind === 'field' || token?.kind === 'word') return token
    throw new SearchSyntaxError('Something is missing')
  }

  const term = either()
  if (at < tokens.length) throw new SearchSyntaxError('Something is left over')
  return term
}

function single([term]: Term[]): Term {
  if (!term) throw new SearchSyntaxError('Nothing asked')
  return term
}

const startsTerm = (token: Token | undefined) => token !== undefined && !['AND', 'OR', ')'].includes(token.kind)

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const pattern = new RegExp(TOKEN)
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text)
    if (!match) throw new SearchSyntaxError('Unreadable')
    tokens.push(tokenOf(match))
  }
  return tokens
}

function tokenOf([, bracket, name, quoted, word = '']: RegExpExecArray): Token {
  if (bracket === '(' || bracket === ')') return { kind: bracket }
  const text = quoted === undefined ? word : quoted.slice(1, -1)
  if (name !== undefined) return { kind: 'field', name, text }
  if (quoted !== undefined) return { kind: 'word', text }
  return word === 'AND' || word === 'OR' || word === 'NOT' ? { kind: word } : { kind: 'word', text: word }
}
