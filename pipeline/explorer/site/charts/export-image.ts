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

const setAll = (element: Element, values: Readonly<Record<string, string | number>>): void => {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value))
}

const createSvg = (name: string, values: Readonly<Record<string, string | number>>): SVGElement => {
  const element = document.createElementNS(SVG, name)
  setAll(element, values)
  return element
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

/** Stacks the parts of a picture from top to bottom. */
const createColumn = (width: number) => {
  const root = createSvg('svg', { xmlns: SVG, 'font-family': FONT })
  const ground = createSvg('rect', { width: '100%', height: '100%', fill: '#ffffff' })
  root.append(ground)
  let bottom = MARGIN
  return {
    addText: (
      text: string,
      { size, weight = 400, fill = '#1b1f24' }: { size: number; weight?: number; fill?: string },
    ) => {
      for (const line of wrap(text, width - 2 * MARGIN, `${weight} ${size}px ${FONT}`)) {
        bottom += size * LINE_HEIGHT
        const element = createSvg('text', {
          x: MARGIN,
          y: bottom - size * 0.3,
          'font-size': size,
          'font-weight': weight,
          fill,
        })
        element.textContent = line
        root.append(element)
      }
      bottom += 4
    },
    addLegend: (items: readonly Element[]) => {
      const size = 12
      let x = MARGIN
      bottom += 6
      for (const item of items) {
        const label = item.querySelector('.swatch-label')?.textContent ?? ''
        const swatch = item.querySelector('svg')
        const length = SWATCH_WIDTH + 6 + measure(label, `${size}px ${FONT}`) + 16
        if (x + length > width - MARGIN && x > MARGIN) {
          x = MARGIN
          bottom += 20
        }
        if (swatch) {
          const copy = copyWithStyles(swatch)
          setAll(copy, { x, y: bottom, width: SWATCH_WIDTH, height: 14 })
          root.append(copy)
        }
        const element = createSvg('text', {
          x: x + SWATCH_WIDTH + 6,
          y: bottom + 11,
          'font-size': size,
          fill: '#1b1f24',
        })
        element.textContent = label
        root.append(element)
        x += length
      }
      if (items.length > 0) bottom += 26
    },
    addDrawing: (drawing: SVGElement, height: number) => {
      setAll(drawing, { x: MARGIN, y: bottom, width: width - 2 * MARGIN, height })
      root.append(drawing)
      bottom += height + 8
    },
    finish: (): SVGElement => {
      bottom += MARGIN / 2
      setAll(root, { width, height: bottom, viewBox: `0 0 ${width} ${bottom}` })
      return root
    },
  }
}

/** Width of a saved picture, and of the drawing in it. */
export const PICTURE_WIDTH = 900
export const DRAWING_WIDTH = PICTURE_WIDTH - 2 * MARGIN

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
    const column = createColumn(PICTURE_WIDTH)
    column.addText(title, { size: 22, weight: 700 })
    column.addText(sentence, { size: 14, fill: '#4d5660' })
    column.addLegend([...figure.querySelectorAll('.legend li')])
    column.addDrawing(copyWithStyles(drawing), height)
    column.addText(source, { size: 12, fill: '#4d5660' })
    return new XMLSerializer().serializeToString(column.finish())
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
