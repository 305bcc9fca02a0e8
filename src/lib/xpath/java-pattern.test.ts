import { describe, expect, it } from 'vitest'
import { matchesPattern } from './java-pattern.ts'
import { NotEvaluated } from './parse.ts'

const resultOf = (pattern: string, text: string): boolean | 'unknown' => {
  try {
    return matchesPattern(text, pattern)
  } catch (error) {
    if (error instanceof NotEvaluated) return 'unknown'
    throw error
  }
}

describe('matchesPattern', () => {
  it.each<[pattern: string, taken: string[], refused: string[]]>([
    // Syntax that Java and RegExp share.
    ['[A-Z]{3}[0-9]{2}', ['ABC12'], ['ABC1', 'abc12']],
    ['^(\\+254|0)7\\d{8}$', ['+254712345678', '0712345678'], ['071234567']],
    ['[\\w.-]+@[\\w-]+\\.[a-z]{2,}', ['a.b@c-d.org'], ['a@b', 'a b@']],
    ['(a|b)*?c', ['c', 'abc'], ['', 'd']],
    ['(?=.*\\d)(?!x).{3}', ['a1b'], ['abc']],
    ['(?<day>\\d{2})/\\d{2}', ['01/12'], ['1/1']],
    // Properties.
    ['\\p{L}+', ['Ünal', 'Ñandú', 'Ольга', 'محمد'], ['12', '-']],
    ["^[\\p{L} .'-]+$", ["Zoë O'Neill-Ñ"], ['42']],
    ['\\pL\\p{Nd}', ['é5', 'é٣'], ['55']],
    ['\\p{IsLatin}+', ['é'], ['я']],
    ['\\p{IsAlphabetic}\\P{Lu}', ['Ab', 'Éé'], ['AB']],
    ['[^\\p{L}]+', ['12 3'], ['é']],
    ['\\p{Upper}\\p{Lower}+\\p{Punct}', ['Ab!'], ['ab!']],
    ['\\p{script=Cyrillic}+', ['Ольга'], ['Olga']],
    // Anchors and quotes.
    ['\\A\\d+\\z', ['12'], ['a']],
    ['\\A\\d+\\Z', ['12'], ['a']],
    ['\\Qa.b\\E+', ['a.b', 'a.bb'], ['axb']],
    ['\\Q(1)', ['(1)'], ['1']],
    ['\\\\Q', ['\\Q'], ['Q']],
    ['[\\Q]^-\\E]', [']', '^', '-'], ['a']],
    // Nested classes.
    ['[a-z&&[^aeiou]]+', ['xyz'], ['aei', 'é']],
    ['[a-c[x-z]]+', ['abxz'], ['m']],
    ['[\\w&&[^_\\d]]+', ['abc'], ['1_']],
    ['[\\w-.]+', ['a-b.c'], ['!']],
    ['[a-]', ['a', '-'], ['b']],
    ['[^\\d\\s]+', ['ab'], ['1 2']],
    ['[\\D]+', ['ab'], ['1']],
    // Possessive quantifiers and atomic groups.
    ['a++b', ['aab'], ['c']],
    ['\\d*+\\d', [], ['a', '12']],
    ['(?>a|ab)c', ['ac'], ['d']],
    ['[0-9]{2}+x?+', ['12', '12x'], ['1']],
    // Flags.
    ['(?i)yes|no', ['YES', 'No'], ['maybe']],
    ['(?i:y)es', ['Yes', 'yes'], ['YE']],
    ['(?i)[a-c]+(?-i)d', ['aBd'], ['ABD']],
    ['(?i)[^a-c]+', ['xyZ'], ['AbC']],
    ['(?s).+', ['a\nb'], ['']],
    // Characters of two UTF-16 code units.
    ['.', ['😀', 'é'], ['']],
    ['[😀-😃]', ['😁'], ['😎']],
    ['\\x41\\u0042\\x{43}\\0104\\t', ['ABCD\t'], ['x']],
    ['}]', ['}]'], ['}']],
  ])('%s', (pattern, taken, refused) => {
    expect(taken.map((text) => [text, resultOf(pattern, text)])).toEqual(taken.map((text) => [text, true]))
    expect(refused.map((text) => [text, resultOf(pattern, text)])).toEqual(refused.map((text) => [text, false]))
  })

  it.each([
    ['[', 'a'],
    ['(a', 'a'],
    ['a)', 'a'],
    ['a**', 'a'],
    ['x{,3}', 'x'],
    ['{a}', '{a}'],
    ['a', 'bad'], // the web form takes it, the phone does not
    ['\\d+', '٣'], // the phone takes it, Java and the web form do not
    ['\\w+', 'é'],
    ['(?i)é', 'É'],
    ['\\bé\\b', 'é'],
    ['\\p{Alpha}+', 'é'],
    ['(?i)\\p{Lu}', 'a'],
    ['\\p{InGreek}', 'α'],
    ['\\p{IsNoSuchScript}', 'a'],
    ['\\p{javaLowerCase}', 'a'],
    ['(a)\\1', 'aa'],
    ['(?<n>a)\\k<n>', 'aa'],
    ['(?m)^a$', 'a'],
    ['(?x) a # b', 'a'],
    ['\\R', '\n'],
    ['\\X', 'a'],
    ['\\G\\d', '1'],
    ['\\v', '\n'],
    ['\\y', 'y'],
    ['[^a[b]]', 'c'],
    ['[^a-z&&[b]]', 'c'],
    ['[a-z--[b]]', 'c'],
    ['[[:alpha:]]', 'a'],
    ['[]a]', 'a'],
    ['[z-a]', 'b'],
    ['(?<=a++)b', 'b'],
    [`${'('.repeat(3000)}a${')'.repeat(3000)}`, 'a'],
    ['['.repeat(3000), 'a'],
  ])('throws NotEvaluated for %s', (pattern, text) => {
    expect(resultOf(pattern, text)).toBe('unknown')
  })
})
