import { readdir, readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { SECTIONS } from '../../../schemas/sections.ts'
import { STATUS_APPEARANCE } from '../../../schemas/status-appearance.ts'
import { STATUSES } from '../../../schemas/statuses.ts'
import { dataScript } from '../data/data-script.ts'
import { CLASS_FILLS } from '../site/model/map-class.ts'
import { worldMap } from './world-map.ts'

/** A file of the explorer that is the same for every release, by its path below the explorer's folder. */
export interface SiteFile {
  readonly name: string
  readonly content: string | Uint8Array
}

const SITE_FOLDER = fileURLToPath(new URL('../site', import.meta.url))

/** The first view, what is loaded with the first chart and the first search, and the styles. */
const BUNDLES = { explorer: 'main.tsx', charts: 'charts/charts.ts', search: 'search/search.ts' }
const STYLES = { in: join(SITE_FOLDER, 'styles/explorer.css'), out: 'explorer' }

/** The catalogue as it is read from its file, which browsers cannot do. */
const CATALOGUE: Plugin = {
  name: 'catalogue',
  setup: ({ onLoad }) =>
    onLoad({ filter: /schemas.read-sections\.ts$/ }, () => ({
      contents: `export const SECTIONS = ${JSON.stringify(SECTIONS)}`,
    })),
}

/** Bundles classic scripts: browsers load no modules from disk. */
const bundleScripts = async (): Promise<SiteFile[]> => {
  const scripts = Object.entries(BUNDLES).map(([out, entry]) => ({ in: join(SITE_FOLDER, entry), out }))
  const { outputFiles } = await build({
    entryPoints: [...scripts, STYLES],
    outdir: SITE_FOLDER,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'eof',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    plugins: [CATALOGUE],
  })
  return outputFiles.map(({ path, text }) => ({
    name: basename(path),
    content: path.endsWith('.css') ? text + makeStatusStyles() : text,
  }))
}

/** The colour of each status and of each class of the map, for the style sheets. */
const makeStatusStyles = (): string =>
  [...STATUSES.map((status) => [status, STATUS_APPEARANCE[status].fill]), ...Object.entries(CLASS_FILLS)]
    .map(([name, fill]) => `.${name}{--status:${fill}}`)
    .join('')

const findPackage = (name: string): string => {
  const path = findPackageJSON(name, import.meta.url)
  if (path === undefined) throw new Error(`The package ${name} is not installed; run make install.`)
  return dirname(path)
}

/** The older of the two builds of pdf.js, which runs in more browsers, and the fonts that a PDF need not carry. */
const readPdfJs = async (): Promise<SiteFile[]> => {
  const folder = findPackage('pdfjs-dist')
  const fonts = (await readdir(join(folder, 'standard_fonts'))).map((font) => `standard_fonts/${font}`)
  const files = [
    ['pdf.mjs', 'legacy/build/pdf.min.mjs'],
    ['pdf.worker.mjs', 'legacy/build/pdf.worker.min.mjs'],
    ...['LICENSE', ...fonts].map((name) => [name, name] as const),
  ] as const
  return Promise.all(
    files.map(async ([name, path]) => ({
      name: `pdfjs/${name}`,
      content: await readFile(join(folder, path)),
    })),
  )
}

/** The packages whose code or data the pages carry. */
const CARRIED = ['preact', 'd3-dsv', '@observablehq/plot', 'd3', 'minisearch', 'world-atlas']

const readLicence = async (name: string): Promise<string> => {
  const folder = findPackage(name)
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry)) ?? 'LICENSE'
  return `${name}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`
}

const makeSite = async (): Promise<readonly SiteFile[]> => {
  const [scripts, pdfJs, licences, map, page] = await Promise.all([
    bundleScripts(),
    readPdfJs(),
    Promise.all(CARRIED.map(readLicence)),
    worldMap(),
    readFile(join(SITE_FOLDER, 'index.html'), 'utf8'),
  ])
  return [
    { name: 'index.html', content: page },
    ...scripts,
    { name: 'data/world.js', content: dataScript('world', map) },
    { name: 'licences.txt', content: licences.join('\n----\n\n') },
    ...pdfJs,
  ]
}

let site: Promise<readonly SiteFile[]> | undefined

/** The files of the explorer that are the same for every release, made once in a process: it takes a second. */
export const bundleSite = (): Promise<readonly SiteFile[]> => {
  site ??= makeSite()
  return site
}
