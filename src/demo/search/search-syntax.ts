/** A parsed `q` of KPI [0313-0328]. */
export type Term =
  | { kind: 'and' | 'or'; terms: Term[] }
  | { kind: 'not'; term: Term }
  | { kind: 'field'; name: string; text: string }
  | { kind: 'word'; text: string }

export class SearchSyntaxError extends Error {
  override readonly name = 'SearchSyntaxError'
}

/**
 * A value is quoted with either quote, where a backslash is an ordinary character, or contains no space, bracket or
 * colon.
 */
const TOKEN =
  /\s*(?:([()])|(?:([a-zA-Z_[\]][\w\-[\]]*):)?(?:("(?:\\.|[^"])*"|'(?:\\.|[^'])*')|((?!"(?:\\.|[^"])*"|'(?:\\.|[^'])*')[^\s():]+))(?=[\s)]|$))/suy

type Token = { kind: '(' | ')' | 'AND' | 'OR' | 'NOT' } | Extract<Term, { kind: 'field' | 'word' }>

/**
 * Parses `field:value`, quoted and plain words, AND, OR, NOT and brackets. Words next to each other are joined by AND.
 */
export function parseSearch(text: string): Term {
  const tokens = tokensOf(text)
  let position = 0
  const accept = (kind: Token['kind']) => (tokens[position]?.kind === kind ? ++position : 0) > 0

  function parseOr(): Term {
    const terms = [parseAnd()]
    while (accept('OR')) terms.push(parseAnd())
    return terms.length > 1 ? { kind: 'or', terms } : single(terms)
  }

  function parseAnd(): Term {
    const terms = [parseTerm()]
    while (accept('AND') || startsTerm(tokens[position])) terms.push(parseTerm())
    return terms.length > 1 ? { kind: 'and', terms } : single(terms)
  }

  function parseTerm(): Term {
    if (accept('NOT')) return { kind: 'not', term: parseTerm() }
    if (accept('(')) {
      const inner = parseOr()
      if (!accept(')')) throw new SearchSyntaxError('Bracket not closed')
      return inner
    }
    const token = tokens[position++]
    if (token?.kind === 'field' || token?.kind === 'word') return token
    throw new SearchSyntaxError('A term is missing')
  }

  const term = parseOr()
  if (position < tokens.length) throw new SearchSyntaxError('Unexpected text at the end')
  return term
}

function single([term]: Term[]): Term {
  if (!term) throw new SearchSyntaxError('Empty search')
  return term
}

const startsTerm = (token: Token | undefined) => token !== undefined && !['AND', 'OR', ')'].includes(token.kind)

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const pattern = new RegExp(TOKEN)
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text)
    if (!match) throw new SearchSyntaxError('Invalid token')
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
