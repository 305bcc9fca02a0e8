import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import countries from 'world-atlas/countries-110m.json'

type Position = readonly number[]

/** The SVG path of a line, with north at the top; one unit is one degree. */
const linePath = (points: readonly Position[]) =>
  points.map(([x = 0, y = 0], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(-y)}`).join('')
const round = (degrees: number) => Math.round(degrees * 100) / 100

/** The countries of the world as SVG paths (Natural Earth, public domain). */
export function worldMap() {
  const topology = countries as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>
  const land = feature(topology, topology.objects.land)
    .features.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : geometry.type === 'Polygon'
          ? geometry.coordinates
          : [],
    )
    .map((ring) => `${linePath(ring)}Z`)
    .join('')
  const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b)
  return { land, borders: borders.coordinates.map(linePath).join('') }
}
