// Preloaded into a build: its clock is more than a year ahead, so that a date of the clock in a release shows as a difference.

const DAYS_AHEAD = 400
const MILLISECONDS_AHEAD = DAYS_AHEAD * 86_400_000

const later = (): number => OwnDate.now() + MILLISECONDS_AHEAD

const OwnDate = globalThis.Date

globalThis.Date = new Proxy(OwnDate, {
  construct: (target, parameters, newTarget) =>
    Reflect.construct(target, parameters.length === 0 ? [later()] : parameters, newTarget),
  apply: () => new OwnDate(later()).toString(),
  get: (target, name, receiver) => (name === 'now' ? later : Reflect.get(target, name, receiver)),
})
