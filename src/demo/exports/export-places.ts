import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { escapeXml } from '#/lib/xml.ts'
import { type ExportData, metadataCells } from './export-rows.ts'

type Position = number[]

interface Geometry {
  type: 'Point' | 'LineString' | 'Polygon'
  coordinates: Position | Position[] | Position[][]
}

interface Place {
  geometry: Geometry
  properties: Record<string, string | number>
}

/** One collection of all places, or one for each submission [1011, 2234]. */
export function geoJson(data: ExportData) {
  const features = data.submissions.map((submission, index) =>
    placesOf(data, submission, index).map((place) => ({ type: 'Feature', ...place })),
  )
  const collection = (some: unknown[]) => ({ type: 'FeatureCollection', name: data.title, features: some })
  return data.settings.flatten === false ? features.map(collection) : collection(features.flat())
}

/** A placemark for each place, with the answers as its description [2233]. */
export function kml(data: ExportData): string {
  const places = data.submissions.flatMap((submission, index) => placesOf(data, submission, index))
  const marks = places.map(
    ({ geometry, properties }) =>
      `        <Placemark>\n            <description>${escapeXml(
        Object.entries(properties)
          .map(([key, value]) => `${key}: ${value}`)
          .join('\n'),
      )}</description>\n${shapeOf(geometry)}\n        </Placemark>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\n    <Document>\n${marks.join('\n')}\n    </Document>\n</kml>\n`
}

/** A feature for each answered question with a place; what is blank is left out. */
function placesOf(data: ExportData, submission: Submission, index: number): Place[] {
  const { sheet, metadata } = data
  const places = sheet.questions.flatMap(({ type, path }) => {
    const geometry = geometryOf(type, submission[path])
    return geometry ? [geometry] : []
  })
  const answers = sheet.questions
    .filter(({ type }) => !type.startsWith('geo'))
    .flatMap(({ headings, cells }) => {
      const texts = cells(submission)
      // Choices have one property, whatever `multiple_select` says [1011].
      return headings.slice(0, 1).map((heading): [string, string] => [heading, texts[0] ?? ''])
    })
  const own = metadataCells(data, submission).map((text, at): [string, string | number] => {
    const key = metadata[at] ?? ''
    return [key, key === '_id' ? Number(text) : text]
  })
  const filled = [...answers, ...own].filter(([, value]) => value !== '')
  const properties = { ...Object.fromEntries(filled), _index: index + 1 }
  return places.map((geometry) => ({ geometry, properties }))
}

function geometryOf(type: string, answer: unknown): Geometry | null {
  if (typeof answer !== 'string' || answer.trim() === '') return null
  const positions = answer
    .split(';')
    .map((part) => part.trim().split(/\s+/).map(Number))
    .filter((numbers) => numbers.length >= 2)
    .map(([latitude = 0, longitude = 0, altitude = 0]): Position => [longitude, latitude, altitude])
  const [first] = positions
  if (!first) return null
  if (type === 'geopoint') return { type: 'Point', coordinates: first }
  if (type === 'geotrace') return { type: 'LineString', coordinates: positions }
  return type === 'geoshape' ? { type: 'Polygon', coordinates: [positions] } : null
}

function shapeOf({ type, coordinates }: Geometry): string {
  const text = (positions: Position[]) => positions.map((position) => position.join(',')).join(' ')
  const within = (tag: string, positions: Position[]) =>
    `            <${tag}>\n                <coordinates>${text(positions)}</coordinates>\n            </${tag}>`
  if (type === 'Point') return within('Point', [coordinates as Position])
  if (type === 'LineString') return within('LineString', coordinates as Position[])
  return `            <Polygon><outerBoundaryIs><LinearRing><coordinates>${text((coordinates as Position[][])[0] ?? [])}</coordinates></LinearRing></outerBoundaryIs></Polygon>`
}
