import { expect, it } from 'vitest'
import { geometryOf } from './geometry.ts'

it('a geopoint is a Point, longitude first', () => {
  expect(geometryOf('3.1190 35.5973 520.5 4', false)).toEqual({ type: 'Point', coordinates: [35.5973, 3.119, 520.5] })
  expect(geometryOf('3.1190 35.5973', false)).toEqual({ type: 'Point', coordinates: [35.5973, 3.119] })
})

it('a geotrace is a LineString, also if it is closed; a geoshape is a closed, counterclockwise Polygon', () => {
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

it.each(['', 'somewhere', '91 0', '0 181', '0 0; x y; 1 1', '1'])('%j has no geometry', (answer) => {
  expect(geometryOf(answer, false)).toBeNull()
})
