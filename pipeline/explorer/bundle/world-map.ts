import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { COUNTRIES, findCountryFacts } from '../../../schemas/countries.ts'
import type { MapPlace, WorldMap } from '../data/explorer-data.ts'

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

const WIDTH = 1000

/** Triangles below this area, in square degrees, are left out of the outlines. */
const SIMPLIFY_BELOW = 0.12

/** A place with less than this area of the map gets a marker. */
const SMALL_AREA = 10

/** Nobody publishes a profile of Antarctica, and it takes a fifth of the map. */
const LEFT_OUT = 'Antarctica'

/** Country codes by number, or by name where ISO 3166-1 has no number. */
const CODES: ReadonlyMap<string, string> = new Map(
  COUNTRIES.map(({ code, name }) => [String(findCountryFacts(code)?.m49 ?? name), code]),
)

type Shape = GeoJSON.Feature<GeoJSON.Geometry, { name: string }>

const readAtlas = async (scale: '10m' | '50m'): Promise<World> => {
  const path = fileURLToPath(import.meta.resolve(`world-atlas/countries-${scale}.json`))
  return JSON.parse(await readFile(path, 'utf8'))
}

/** The atlas leaves out the geometry of some places, although its types do not say so. */
const listShapes = (world: World): readonly Shape[] =>
  feature(world, world.objects.countries).features.filter(
    ({ geometry, properties }) => geometry !== null && properties.name !== LEFT_OUT,
  )

const findCode = ({ id, properties }: Shape): string | null =>
  CODES.get(String(Number(id))) ?? CODES.get(properties.name) ?? null

const round = (value: number): number => Math.round(value * 10) / 10

/** The atlas gives some rocks the number of the country that they belong to; the largest shape counts. */
const withoutOutliers = (places: readonly MapPlace[]): MapPlace[] =>
  [...Map.groupBy(places, (place) => place.code ?? place).values()].map((same) =>
    same.reduce((largest, place) => (place.outline.length < largest.outline.length ? largest : place)),
  )

/**
 * The world by Natural Earth in the Equal Earth projection, projected once when the site is bundled, so that the
 * browser needs no geometry library. Outlines are those of scale 1:50 million; places that it leaves out, such as
 * Tuvalu, are markers at their position in scale 1:10 million.
 */
export const worldMap = async (): Promise<WorldMap> => {
  const shapes = listShapes(simplify(presimplify(await readAtlas('50m')), SIMPLIFY_BELOW))
  // rotated so that the cut runs through the Bering Strait and leaves Russia whole
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitWidth(WIDTH, { type: 'FeatureCollection', features: [...shapes] })
  const path = geoPath(projection).digits(1)
  const [, [, bottom]] = path.bounds({ type: 'FeatureCollection', features: [...shapes] })
  const toPlace = (shape: Shape, outline: string): MapPlace => {
    const code = findCode(shape)
    const [x, y] = path.centroid(shape)
    const small = code !== null && (outline === '' || path.area(shape) < SMALL_AREA)
    return { code, outline, x: round(x), y: round(y), small }
  }

  const drawn = withoutOutliers(shapes.map((shape) => toPlace(shape, path(shape) ?? '')))
  const drawnCodes = new Set(drawn.map(({ code }) => code))
  const markers = listShapes(await readAtlas('10m')).flatMap((shape) => {
    const code = findCode(shape)
    return code === null || drawnCodes.has(code) ? [] : [toPlace(shape, '')]
  })
  return { width: WIDTH, height: Math.ceil(bottom), places: [...drawn, ...markers] }
}
