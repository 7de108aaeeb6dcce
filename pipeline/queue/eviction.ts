/** What to say of a Redis server that may throw jobs away when its memory is full; null where it may not. */
export const evictionWarning = (info: string): string | null => {
  const policy = /^maxmemory_policy:(.*)$/m.exec(info)?.[1]?.trim()
  return policy === undefined || policy === 'noeviction'
    ? null
    : `The queue throws jobs away when its memory is full (maxmemory-policy ${policy}); set it to noeviction.`
}
