const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const mean = (values: readonly number[]): number => sum(values) / values.length

/** A point of a scatter plot. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The straight line through some points with the least squared distance; null if they have no spread. */
export const fitLine = (points: readonly Point[]): { slope: number; intercept: number } | null => {
  const meanX = mean(points.map(({ x }) => x))
  const meanY = mean(points.map(({ y }) => y))
  const spread = sum(points.map(({ x }) => (x - meanX) ** 2))
  if (points.length < 3 || spread === 0) return null
  const slope = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread
  return { slope, intercept: meanY - slope * meanX }
}

/** The correlation of x and y by Pearson, from -1 to 1; null if it is not defined. */
export const correlation = (points: readonly Point[]): number | null => {
  const line = fitLine(points)
  if (line === null) return null
  const meanX = mean(points.map(({ x }) => x))
  const meanY = mean(points.map(({ y }) => y))
  const spreadX = sum(points.map(({ x }) => (x - meanX) ** 2))
  const spreadY = sum(points.map(({ y }) => (y - meanY) ** 2))
  return spreadY === 0 ? null : line.slope * Math.sqrt(spreadX / spreadY)
}

/** The value in the middle; null for none. */
export const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((left, right) => left - right)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
