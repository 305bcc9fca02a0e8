import { expect, it } from 'vitest'
import { geometryOf } from './geometry.ts'

it('a place is a point, longitude first', () => {
  expect(geometryOf('3.1190 35.5973 520.5 4', false)).toEqual({ type: 'Point', coordinates: [35.5973, 3.119, 520.5] })
  expect(geometryOf('3.1190 35.5973', false)).toEqual({ type: 'Point', coordinates: [35.5973, 3.119] })
})

it('a trace is a line, also where it ends as it began; a shape is an area, closed, counterclockwise', () => {
  const trace = '0 0 0 0; 0 1 0 0; 1 1 0 0; 0 0 0 0'
  expect(geometryOf(trace, false)).toMatchObject({ type: 'LineString' })
  const ring = [
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [0, 0, 0],
  ]
  expect(geometryOf(trace, true)).toEqual({ type: 'Polygon', coordinates: [ring] })
  expect(geometryOf('0 0 0 0; 0 1 0 0; 1 1 0 0', true)).toEqual({ type: 'Polygon', coordinates: [ring] })
  expect(geometryOf('0 0 0 0; 1 1 0 0; 0 1 0 0; 0 0 0 0', true)).toEqual({ type: 'Polygon', coordinates: [ring] })
})

it.each(['', 'somewhere', '91 0', '0 181', '0 0; x y; 1 1', '1'])('%j is no place', (answer) => {
  expect(geometryOf(answer, false)).toBeNull()
})
