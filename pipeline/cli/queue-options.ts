import { Option } from 'commander'

/** The server of documents; from the environment where its address holds a password. */
export const fetchFromOption = (): Option =>
  new Option(
    '--fetch-from <url>',
    'a static server with these files, by name or SHA-256, where a folder lacks one',
  ).env('CYBERWELLNESS_FETCH_FROM')

/** The queue; from the environment where it holds a password, which a list of processes would show. */
export const queueOption = (description: string): Option =>
  new Option('--queue <url>', `${description}: redis://host:port, or rediss:// for TLS`).env(
    'CYBERWELLNESS_QUEUE',
  )
