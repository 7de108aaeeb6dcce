import { useEffect, useState } from 'preact/hooks'

/** Rows of a first view: more than any screen shows at once. */
const FIRST = 50

/** How many of many rows to build: those of a first view at once, the rest as soon as these are on the screen. */
export const useGrowing = (): number => {
  const [count, setCount] = useState(FIRST)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setCount(Number.POSITIVE_INFINITY)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return count
}
