import { describe, expect, it } from 'vitest'
import { changedTags, tagsOf } from './tag-string.ts'

describe('tags of a project', () => {
  it('are split at commas, without spaces around them, empty and repeated ones', () => {
    expect(tagsOf(' north, round 1,,north ')).toEqual(['north', 'round 1'])
    expect(tagsOf('')).toEqual([])
  })

  it('are added and removed, and the others are kept', () => {
    expect(changedTags(['north', 'old', 'x'], { add: ['new', 'north'], remove: ['old'] })).toEqual([
      'north',
      'x',
      'new',
    ])
    expect(changedTags(['a'], { add: ['a'], remove: ['a'] })).toEqual(['a'])
  })
})
