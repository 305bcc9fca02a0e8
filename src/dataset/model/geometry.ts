type Position = [longitude: number, latitude: number, altitude?: number]

export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] }

/**
 * The GeoJSON geometry of a point, line or area ("lat lon alt acc; lat lon …"): WGS 84, longitude first. `null` if the
 * answer is none of these.
 */
export function geometryOf(answer: string, isArea: boolean): Geometry | null {
  const texts = answer
    .split(';')
    .map((text) => text.trim())
    .filter(Boolean)
  const positions = texts.map(positionOf).filter((position) => position !== null)
  const [first] = positions
  // Without a point that cannot be read, the shape would be wrong.
  if (!first || positions.length < texts.length) return null
  if (positions.length === 1) return { type: 'Point', coordinates: first }
  const last = positions.at(-1) ?? first
  const isClosed = first[0] === last[0] && first[1] === last[1]
  const ring = isClosed ? positions : [...positions, first]
  if (isArea && ring.length >= 4) return { type: 'Polygon', coordinates: [counterclockwise(ring)] }
  return { type: 'LineString', coordinates: positions }
}

function positionOf(text: string): Position | null {
  const [latitude = NaN, longitude = NaN, altitude = NaN] = text.split(/\s+/).map(Number)
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null
  return Number.isFinite(altitude) ? [longitude, latitude, altitude] : [longitude, latitude]
}

/** RFC 7946: outer rings are counterclockwise. */
function counterclockwise(ring: Position[]): Position[] {
  const area = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? ring[0] ?? [x, y]
    return sum + (nextX - x) * (nextY + y)
  }, 0)
  return area > 0 ? ring.toReversed() : ring
}
