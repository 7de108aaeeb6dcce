/** What a page paints beside text. */
export interface PageDrawing {
  /** The areas of its pictures added up, in square points; a scan may be cut into strips. */
  readonly pictureArea: number
  /** How many shapes it draws. */
  readonly shapes: number
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

/** A transformation without its translation, on which no area depends: a, b, c, d of ISO 32000-1, 8.3.3. */
type Scaling = readonly [number, number, number, number]

const UNIT: Scaling = [1, 0, 0, 1]

const combine = ([a, b, c, d]: Scaling, matrix: unknown): Scaling => {
  if (!Array.isArray(matrix) && !(matrix instanceof Float32Array)) return [a, b, c, d]
  const [p = 1, q = 0, r = 0, s = 1] = Array.from(matrix, Number)
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s]
}

/** Follows the transformations through the operators; a picture fills the unit square of the current one. */
export const pageDrawing = (list: OperatorList, operators: OperatorNumbers): PageDrawing => {
  const pictures = new Set([
    operators.paintImageXObject,
    operators.paintInlineImageXObject,
    operators.paintImageMaskXObject,
  ])
  const saved: Scaling[] = []
  let scaling = UNIT
  let pictureArea = 0
  let shapes = 0
  for (const [index, operator] of list.fnArray.entries()) {
    const values = list.argsArray[index]
    if (operator === operators.save) saved.push(scaling)
    else if (operator === operators.restore || operator === operators.paintFormXObjectEnd)
      scaling = saved.pop() ?? UNIT
    else if (operator === operators.transform) scaling = combine(scaling, values)
    else if (operator === operators.paintFormXObjectBegin) {
      saved.push(scaling)
      scaling = combine(scaling, Array.isArray(values) ? values[0] : undefined)
    } else if (operator === operators.constructPath) shapes++
    else if (pictures.has(operator)) {
      const [a, b, c, d] = scaling
      pictureArea += Math.abs(a * d - b * c)
    }
  }
  return { pictureArea, shapes }
}
