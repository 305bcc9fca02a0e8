import { describe, expect, it } from 'vitest'
import { addressWarnings, parseEndpoint, shownAddress } from './addresses.ts'
import {
  fromSubset,
  isSameValues,
  lacksPlaceholder,
  NEW_SERVICE,
  problemsOf,
  type ServiceValues,
  toFields,
  toSubset,
  toValues,
} from './service-form.ts'

const valid: ServiceValues = { ...NEW_SERVICE, name: 'Database', endpoint: 'https://data.example.org/in' }
const problems = (change: Partial<ServiceValues>, hasPassword = false) =>
  problemsOf({ ...valid, ...change }, { hasPassword })
const header = (name: string, value: string, key = 0) => ({ key, name, value })

describe('the form of a service', () => {
  it('needs a name and an address of the web', () => {
    expect(problems({})).toEqual({})
    expect(problems({ name: ' ', endpoint: '' })).toEqual({ name: 'nameMissing', endpoint: 'endpointMissing' })
    for (const endpoint of ['ftp://example.org/', 'example.org', 'https://', 'http:/x', 'javascript:1']) {
      expect(problems({ endpoint })).toEqual({ endpoint: 'endpointInvalid' })
    }
    expect(problems({ name: 'x'.repeat(256), endpoint: `https://a.org/${'x'.repeat(500)}` })).toEqual({
      name: 'nameTooLong',
      endpoint: 'endpointTooLong',
    })
  })

  it('needs a field where not everything is sent', () => {
    expect(problems({ sendsAll: false })).toEqual({ fields: 'fieldsMissing' })
    expect(problems({ sendsAll: false, fields: ['hh/size'] })).toEqual({})
  })

  it('refuses a template that is not JSON once a submission is in it', () => {
    expect(problems({ template: '{"data": %SUBMISSION%}' })).toEqual({})
    expect(problems({ template: '{bad' })).toEqual({ template: 'templateInvalid' })
    expect(problems({ template: '{"data": "%SUBMISSION%"}' })).toEqual({ template: 'templateQuoted' })
    expect(problems({ template: '{bad', format: 'xml' })).toEqual({})
    expect(lacksPlaceholder({ format: 'json', template: '{"ping": true}' })).toBe(true)
  })

  it('refuses headers that no request can have', () => {
    expect(problems({ headers: [header('X-Env', 'test'), header('', '')] })).toEqual({})
    expect(problems({ headers: [header('', 'test')] })).toEqual({ headers: 'headerNameMissing' })
    expect(problems({ headers: [header('X Env', 'test')] })).toEqual({ headers: 'headerNameInvalid' })
    expect(problems({ headers: [header('X-Env', '1'), header('x-env', '2', 1)] })).toEqual({
      headers: 'headerNameTwice',
    })
    expect(problems({ headers: [header('X-Env', 'a\nb')] })).toEqual({ headers: 'headerValueInvalid' })
  })

  it('needs a password for signing in unless one is saved', () => {
    expect(problems({ hasAuth: true })).toEqual({ username: 'usernameMissing', password: 'passwordMissing' })
    expect(problems({ hasAuth: true, username: 'kobo' }, true)).toEqual({})
    expect(problems({ hasAuth: true, username: 'ko:bo', password: 'x' })).toEqual({ username: 'usernameColon' })
  })
})

describe('the fields of a subset', () => {
  const columns = ['_id', 'name', 'hh/size', 'hh/member', 'other/size2']

  it('are keys for JSON and names of elements for XML', () => {
    expect(toSubset('json', ['_id', 'hh/size'])).toEqual(['_id', 'hh/size'])
    expect(toSubset('xml', ['name', 'hh/size'])).toEqual(['name', 'size'])
  })

  it('are found again among the columns, unknown ones stay', () => {
    expect(fromSubset(['name', 'size', 'gone', 'hh/gone'], columns)).toEqual(['name', 'hh/size', 'gone', 'hh/gone'])
  })
})

it('What was not changed is saved as it was', () => {
  const fields = toFields(
    { ...valid, hasAuth: true, username: 'kobo', format: 'xml', sendsAll: false, fields: ['hh/size'] },
    false,
  )
  const values = toValues(fields, ['hh/size'])
  expect(values.fields).toEqual(['hh/size'])
  expect(toFields(values, false)).toEqual(fields)
  expect(isSameValues(values, { ...values, headers: [header('', '')] })).toBe(true)
  expect(isSameValues(values, { ...values, password: 'new' })).toBe(false)
})

describe('an address', () => {
  it('is warned of where others can read along, or only the server itself can reach it', () => {
    expect(addressWarnings('https://data.example.org/')).toEqual([])
    expect(addressWarnings('http://data.example.org/')).toEqual(['unsecured'])
    for (const host of [
      'localhost',
      '10.1.2.3',
      '192.168.0.1:8080',
      '172.20.0.1',
      '[::1]',
      '[fd00::1]',
      'db',
      'a.local',
    ]) {
      expect({ host, is: addressWarnings(`https://${host}/x`) }).toEqual({ host, is: ['private'] })
    }
    expect(addressWarnings('https://0x7f.1/')).toEqual(['private'])
    expect(addressWarnings('https://172.32.0.1/')).toEqual([])
  })

  it('shows no password', () => {
    expect(addressWarnings('https://kobo:secret@example.org/')).toEqual(['credentials'])
    expect(shownAddress('https://kobo:secret@example.org/a?b=1')).toBe('https://kobo:…@example.org/a?b=1')
    expect(shownAddress('https://example.org/a:b@c')).toBe('https://example.org/a:b@c')
    expect(parseEndpoint('HTTPS://Example.org')?.hostname).toBe('example.org')
  })
})
