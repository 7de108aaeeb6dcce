/** A rectangle in points, from the bottom left. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** What a page paints beside text: the boxes of its pictures and of its shapes, in the order of painting. */
export interface PageDrawing {
  readonly pictures: readonly Box[]
  readonly shapes: readonly Box[]
}

/** The drawing operators of a page as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The numbers by which pdf.js names the operators that matter here. */
export interface OperatorNumbers {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly constructPath: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly paintImageXObject: number
  readonly paintInlineImageXObject: number
  readonly paintImageMaskXObject: number
}

/** A transformation: a, b, c, d, e, f of ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]

const UNIT: Matrix = [1, 0, 0, 1, 0, 0]

/** A picture fills this box of the current transformation. */
const UNIT_SQUARE: Box = { x0: 0, y0: 0, x1: 1, y1: 1 }

const numbersOf = (values: unknown): number[] =>
  Array.isArray(values) || values instanceof Float32Array ? Array.from(values, Number) : []

const combine = ([a, b, c, d, e, f]: Matrix, values: unknown): Matrix => {
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = numbersOf(values)
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** The box round a box that a transformation may have turned. */
const placed = ({ x0, y0, x1, y1 }: Box, [a, b, c, d, e, f]: Matrix): Box => {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => a * x + c * y + e))
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => b * x + d * y + f))
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/** The box of a path, which pdf.js hands on as the last argument; null for one without points. */
const pathBox = (values: unknown): Box | null => {
  const [x0, y0, x1, y1] = numbersOf(Array.isArray(values) ? values.at(-1) : undefined)
  return x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined
    ? null
    : { x0, y0, x1, y1 }
}

/** Follows the transformations through the operators of a page. */
export const pageDrawing = (list: OperatorList, operators: OperatorNumbers): PageDrawing => {
  const paintsPicture = new Set([
    operators.paintImageXObject,
    operators.paintInlineImageXObject,
    operators.paintImageMaskXObject,
  ])
  const saved: Matrix[] = []
  let matrix = UNIT
  const pictures: Box[] = []
  const shapes: Box[] = []
  for (const [index, operator] of list.fnArray.entries()) {
    const values = list.argsArray[index]
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore || operator === operators.paintFormXObjectEnd)
      matrix = saved.pop() ?? UNIT
    else if (operator === operators.transform) matrix = combine(matrix, values)
    else if (operator === operators.paintFormXObjectBegin) {
      saved.push(matrix)
      matrix = combine(matrix, Array.isArray(values) ? values[0] : undefined)
    } else if (operator === operators.constructPath) {
      const box = pathBox(values)
      if (box) shapes.push(placed(box, matrix))
    } else if (paintsPicture.has(operator)) pictures.push(placed(UNIT_SQUARE, matrix))
  }
  return { pictures, shapes }
}
