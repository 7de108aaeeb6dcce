/** What a saved picture says around the drawing. */
export interface Caption {
  readonly title: string
  readonly sentence: string
  readonly source: string
}

const SVG = 'http://www.w3.org/2000/svg'

/** What a drawing takes from style sheets, which a saved picture has not. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'vector-effect',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const

const MARGIN = 20
const LINE_HEIGHT = 1.35
const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
const SWATCH_WIDTH = 22
/** Pixels of a picture for one unit of its drawing. */
const PNG_SCALE = 2

type Attributes = Readonly<Record<string, string | number>>

const setAll = (element: Element, values: Attributes): void => {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value))
}

/** Adds an element to a drawing. */
const add = (parent: Element, name: string, values: Attributes, text = ''): void => {
  const element = document.createElementNS(SVG, name)
  setAll(element, values)
  element.textContent = text
  parent.append(element)
}

/** A copy that carries its styles itself. */
const copyWithStyles = (original: SVGElement): SVGElement => {
  const copy = original.cloneNode(true)
  if (!(copy instanceof SVGElement)) throw new TypeError('The copy of the drawing is not an SVG drawing.')
  const originals = [original, ...original.querySelectorAll('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const source = originals[index]
    if (!source) continue
    const styles = getComputedStyle(source)
    for (const name of STYLES) {
      const value = styles.getPropertyValue(name)
      if (value !== '') element.setAttribute(name, value)
    }
    element.removeAttribute('class')
    element.removeAttribute('style')
  }
  return copy
}

const measure = (text: string, font: string): number => {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return text.length * 8
  context.font = font
  return context.measureText(text).width
}

/** Breaks a text into lines of a width. */
const wrap = (text: string, width: number, font: string): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer, font) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** Width of a saved picture, and of the drawing in it. */
export const PICTURE_WIDTH = 900
export const DRAWING_WIDTH = PICTURE_WIDTH - 2 * MARGIN

const SMALL = { 'font-size': 12, 'font-weight': 400, fill: '#4d5660' } as const

/** Stacks texts, legend and drawing below each other. */
const createColumn = () => {
  const root = document.createElementNS(SVG, 'svg')
  setAll(root, { xmlns: SVG, 'font-family': FONT })
  add(root, 'rect', { width: '100%', height: '100%', fill: '#ffffff' })
  let bottom = MARGIN
  return {
    addText: (text: string, style: Record<keyof typeof SMALL, string | number>) => {
      const size = Number(style['font-size'])
      for (const line of wrap(text, DRAWING_WIDTH, `${style['font-weight']} ${size}px ${FONT}`)) {
        bottom += size * LINE_HEIGHT
        add(root, 'text', { ...style, x: MARGIN, y: bottom - size * 0.3 }, line)
      }
      bottom += 4
    },
    addLegend: (items: readonly Element[]) => {
      let x = MARGIN
      bottom += 6
      for (const item of items) {
        const label = item.querySelector('.swatch-label')?.textContent ?? ''
        const swatch = item.querySelector('svg')
        const length = SWATCH_WIDTH + 6 + measure(label, `${SMALL['font-size']}px ${FONT}`) + 16
        if (x + length > PICTURE_WIDTH - MARGIN && x > MARGIN) {
          x = MARGIN
          bottom += 20
        }
        if (swatch) {
          const copy = copyWithStyles(swatch)
          setAll(copy, { x, y: bottom, width: SWATCH_WIDTH, height: 14 })
          root.append(copy)
        }
        add(root, 'text', { ...SMALL, x: x + SWATCH_WIDTH + 6, y: bottom + 11 }, label)
        x += length
      }
      if (items.length > 0) bottom += 26
    },
    addDrawing: (drawing: SVGElement, height: number) => {
      setAll(drawing, { x: MARGIN, y: bottom, width: DRAWING_WIDTH, height })
      root.append(drawing)
      bottom += height + 8
    },
    finish: (): string => {
      const height = bottom + MARGIN / 2
      setAll(root, { width: PICTURE_WIDTH, height, viewBox: `0 0 ${PICTURE_WIDTH} ${height}` })
      return new XMLSerializer().serializeToString(root)
    },
  }
}

/**
 * A chart as a picture that stands alone: title, sentence, legend, drawing and source, in the light colours.
 * @param drawing a drawing in the document, so that its styles are known
 * @param height of the drawing at {@link DRAWING_WIDTH}
 */
export const composePicture = (
  figure: HTMLElement,
  drawing: SVGElement,
  height: number,
  { title, sentence, source }: Caption,
): string => {
  figure.style.colorScheme = 'light'
  try {
    const column = createColumn()
    column.addText(title, { 'font-size': 22, 'font-weight': 700, fill: '#1b1f24' })
    column.addText(sentence, { ...SMALL, 'font-size': 14 })
    column.addLegend([...figure.querySelectorAll('.legend li')])
    column.addDrawing(copyWithStyles(drawing), height)
    column.addText(source, SMALL)
    return column.finish()
  } finally {
    figure.style.colorScheme = ''
  }
}

/** Paints a picture in pixels. */
export const paintPng = async (picture: string): Promise<Blob> => {
  const image = new Image()
  // a data address: other addresses would taint the canvas of a page opened from disk
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * PNG_SCALE
  canvas.height = image.naturalHeight * PNG_SCALE
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot paint pictures.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be painted.'))),
      'image/png',
    )
  })
}
