import { describe, expect, it } from 'vitest'
import { curlCommand, jsonPayload, shownHeaders, xmlPayload } from './payload.ts'

const row = { _id: 7, name: 'Ann', 'hh/name': 'Bo', 'hh/size': '4', member: [{ 'member/age': '3' }] }
const plain = { export_type: 'json', subset_fields: [], payload_template: '' }
const subset = (...subset_fields: string[]) => ({ ...plain, subset_fields })

describe('the body of a JSON service', () => {
  it('is the submission, or its chosen fields', () => {
    expect(jsonPayload(row, plain)).toEqual(row)
    expect(jsonPayload(row, subset('_id', 'hh/size', 'member'))).toEqual({
      _id: 7,
      'hh/size': '4',
      member: row.member,
    })
  })

  it('has all fields of a name without a path, as the server picks them, and nothing of a question in a repeat', () => {
    expect(jsonPayload(row, subset('name'))).toEqual({ name: 'Ann', 'hh/name': 'Bo' })
    expect(jsonPayload(row, subset('hh'))).toEqual({ 'hh/name': 'Bo', 'hh/size': '4' })
    expect(jsonPayload(row, subset('member/age'))).toBeNull()
  })

  it('is wrapped by the template, also where the subset leaves nothing', () => {
    const payload_template = '{"from": "kobo", "data": %SUBMISSION%}'
    expect(jsonPayload({ a: '$& "q"' }, { ...plain, payload_template })).toEqual({
      from: 'kobo',
      data: { a: '$& "q"' },
    })
    expect(jsonPayload(row, { ...subset('gone'), payload_template })).toEqual({ from: 'kobo', data: {} })
  })
})

it('The body of an XML service has the elements of these names, with what is in and around them', () => {
  const xml = '<r id="a"><hh><size>4</size><name>B &amp; C</name></hh><member><age>3</age></member><x/></r>'
  const stripped = (...subset_fields: string[]) => xmlPayload(xml, { subset_fields })
  expect(stripped()).toBe(xml)
  expect(stripped('name')).toBe('<r id="a"><hh><name>B &amp; C</name></hh></r>')
  expect(stripped('member')).toBe('<r id="a"><member><age>3</age></member></r>')
  expect(stripped('hh/size')).toBe('<r id="a"/>')
})

it('Headers and the command show no secret', () => {
  const service = {
    uid: 'h1',
    endpoint: 'https://u:pass1@example.org/in',
    export_type: 'json',
    auth_level: 'basic_auth',
    username: "k'obo",
    custom_headers: { 'X-Env': 'test', 'X-Api-Key': 'pass2' },
  }
  expect(shownHeaders(service)).toEqual([
    ['Content-Type', 'application/json'],
    ['X-Env', 'test'],
    ['X-Api-Key', '…'],
    ['User-Agent', 'KoboToolbox external service #h1'],
    ['Authorization', 'Basic …'],
  ])
  const command = curlCommand(service, `{"a":"it's"}`)
  expect(command).not.toMatch(/pass\d/)
  expect(command).toContain(String.raw`-u 'k'\''obo:…'`)
  expect(command).toContain(String.raw`--data-raw '{"a":"it'\''s"}'`)
})
