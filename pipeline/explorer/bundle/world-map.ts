import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { geoEqualEarth, geoPath } from 'd3-geo'
import { iso31661 } from 'iso-3166'
import { feature } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { COUNTRIES } from '../../../schemas/countries.ts'
import type { MapPlace, WorldMap } from '../data/explorer-data.ts'

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

/** The map in its own units; twice as wide as high, less what the projection leaves empty. */
const WIDTH = 1000
const HEIGHT = 487

/** Triangles below this area, in square degrees on the plane of the file, are left out of the outlines. */
const SIMPLIFY_BELOW = 0.05

/** A place with less than this area of the map gets a marker, however far its islands lie apart. */
const SMALL_AREA = 10

/** Kosovo has no number in ISO 3166-1; the atlas names it. */
const CODES_BY_NAME: Readonly<Record<string, string>> = { Kosovo: 'XKX' }

const codesByNumber: ReadonlyMap<string, string> = new Map(
  iso31661.map(({ numeric, alpha3 }) => [numeric, alpha3]),
)
const knownCodes: ReadonlySet<string> = new Set(COUNTRIES.map(({ code }) => code))

const readAtlas = async (scale: '10m' | '50m'): Promise<World> => {
  const path = fileURLToPath(import.meta.resolve(`world-atlas/countries-${scale}.json`))
  return JSON.parse(await readFile(path, 'utf8'))
}

const codeOf = (id: string | number | undefined, name: string): string | null => {
  const code = CODES_BY_NAME[name] ?? codesByNumber.get(String(id)) ?? null
  return code !== null && knownCodes.has(code) ? code : null
}

const countriesOf = (world: World): GeoJSON.FeatureCollection<GeoJSON.Geometry | null, { name: string }> =>
  feature(world, world.objects.countries)

const round = (value: number): number => Math.round(value * 10) / 10

/** The atlas gives some rocks the number of the country that they belong to; its largest shape stands for it. */
const withoutOutliers = (places: readonly MapPlace[]): MapPlace[] => {
  const largest = new Map<string, MapPlace>()
  for (const place of places) {
    const before = place.code === null ? undefined : largest.get(place.code)
    if (place.code !== null && place.outline.length >= (before?.outline.length ?? 0))
      largest.set(place.code, place)
  }
  return places.filter((place) => place.code === null || largest.get(place.code) === place)
}

/**
 * The world by Natural Earth in the Equal Earth projection, drawn once when the site is bundled, so that the browser
 * needs no geometry library. Outlines are those of scale 1:50 million; places that it leaves out, such as Tuvalu, are
 * markers, which stand where scale 1:10 million has them.
 */
export const worldMap = async (): Promise<WorldMap> => {
  // turned so that the cut runs through the Bering Strait and leaves Russia whole
  const projection = geoEqualEarth().rotate([-11, 0]).fitSize([WIDTH, HEIGHT], { type: 'Sphere' })
  const path = geoPath(projection).digits(1)
  const place = (code: string | null, outline: string, shape: GeoJSON.Geometry): MapPlace => {
    const [x, y] = path.centroid(shape)
    const small = code !== null && (outline === '' || path.area(shape) < SMALL_AREA)
    return { code, outline, x: round(x), y: round(y), small }
  }

  const drawn = withoutOutliers(
    countriesOf(simplify(presimplify(await readAtlas('50m')), SIMPLIFY_BELOW)).features.flatMap(
      ({ id, properties, geometry }) =>
        geometry === null ? [] : [place(codeOf(id, properties.name), path(geometry) ?? '', geometry)],
    ),
  )
  const drawnCodes = new Set(drawn.map(({ code }) => code))
  const markers = countriesOf(await readAtlas('10m')).features.flatMap(({ id, properties, geometry }) => {
    const code = codeOf(id, properties.name)
    return geometry === null || code === null || drawnCodes.has(code) ? [] : [place(code, '', geometry)]
  })
  return {
    width: WIDTH,
    height: HEIGHT,
    sphere: path({ type: 'Sphere' }) ?? '',
    places: [...drawn, ...markers],
  }
}
