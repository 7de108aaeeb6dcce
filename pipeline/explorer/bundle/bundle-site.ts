import { readdir, readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { dataScript } from '../data/data-script.ts'
import { statusStyle } from './status-style.ts'
import { worldMap } from './world-map.ts'

/** A file of the explorer that is the same for every release, by its path below the explorer's folder. */
export interface SiteFile {
  readonly name: string
  readonly content: string | Uint8Array
}

const siteFolder = fileURLToPath(new URL('../site', import.meta.url))

/** Bundles a classic script: browsers load no modules from disk. */
const bundle = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(siteFolder, entry)],
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
  })
  return outputFiles.map(({ text }) => text).join('')
}

const packageFolder = (name: string): string => {
  const path = findPackageJSON(name, import.meta.url)
  if (path === undefined) throw new Error(`The package ${name} is not installed; run make install.`)
  return dirname(path)
}

/** The older of the two builds of pdf.js, which runs in more browsers, and the fonts that a PDF need not carry. */
const pdfJsFiles = async (): Promise<SiteFile[]> => {
  const folder = packageFolder('pdfjs-dist')
  const scripts = { 'pdf.mjs': 'pdf.min.mjs', 'pdf.worker.mjs': 'pdf.worker.min.mjs' }
  const fonts = (await readdir(join(folder, 'standard_fonts'))).sort()
  const sources = [
    ...Object.entries(scripts).map(([name, file]) => ({ name, path: join(folder, 'legacy/build', file) })),
    ...fonts.map((font) => ({ name: `standard_fonts/${font}`, path: join(folder, 'standard_fonts', font) })),
    { name: 'LICENSE', path: join(folder, 'LICENSE') },
  ]
  return Promise.all(
    sources.map(async ({ name, path }) => ({ name: `pdfjs/${name}`, content: await readFile(path) })),
  )
}

/** The packages whose code or data the pages carry, and the files that hold their licences. */
const CARRIED = {
  preact: 'LICENSE',
  diff: 'LICENSE',
  'd3-dsv': 'LICENSE',
  '@observablehq/plot': 'LICENSE',
  d3: 'LICENSE',
  minisearch: 'LICENSE.txt',
  'world-atlas': 'LICENSE',
} as const

const licences = async (): Promise<string> => {
  const texts = await Promise.all(
    Object.entries(CARRIED).map(async ([name, file]) => {
      const text = await readFile(join(packageFolder(name), file), 'utf8')
      return `${name}\n\n${text.trim()}\n`
    }),
  )
  return texts.join('\n----\n\n')
}

/** Makes the files of the explorer that are the same for every release: page, scripts, styles, map and pdf.js. */
export const bundleSite = async (): Promise<readonly SiteFile[]> => {
  const [page, program, charts, search, styles, map, pdfJs, notices] = await Promise.all([
    readFile(join(siteFolder, 'index.html'), 'utf8'),
    bundle('main.tsx'),
    bundle('charts/charts.ts'),
    bundle('search/search.ts'),
    bundle('styles/explorer.css'),
    worldMap(),
    pdfJsFiles(),
    licences(),
  ])
  return [
    { name: 'index.html', content: page },
    { name: 'explorer.js', content: program },
    { name: 'charts.js', content: charts },
    { name: 'search.js', content: search },
    { name: 'explorer.css', content: styles + statusStyle() },
    { name: 'data/world.js', content: dataScript('world', map) },
    { name: 'licences.txt', content: notices },
    ...pdfJs,
  ]
}
