import { Piscina } from 'piscina'

/** Worker threads for documents: pdf.js lives in them alone, since it changes natives of the thread that loads it. */
export const workerPool = (threads: number): Piscina =>
  new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  })
