import { Option } from 'commander'

/** The queue; from the environment where it holds a password, which a list of processes would show. */
export const queueOption = (description: string): Option =>
  new Option('--queue <url>', `${description}: redis://host:port, or rediss:// for TLS`).env(
    'CYBERWELLNESS_QUEUE',
  )
