export type FaultTarget = 'function' | 'openapi' | 'storage' | 'database'
export type FaultMode = 'refuse' | 'timeout-before' | 'timeout-after' | 'slow' | 'kill'

/** One planned failure of the platform. */
export type Fault = {
  target: FaultTarget
  /** Function, openapi or collection name (or the whole action); any when absent. */
  name?: string
  mode: FaultMode
  /** How many times it strikes. */
  times: number
  /** Delay of `slow` and of the time-outs; for `kill` of a function, ms after delivery. */
  ms: number
  /** `refuse` of an openapi: the errcode WeChat answers. */
  errcode?: number
  /** `kill` of a function: dies when its n-th database trip has been carried out but not answered. */
  trips?: number
}

export type Faults = {
  plan: (fault: Fault) => void
  clear: () => void
  /** The next fault that fits, used up by one. */
  take: (target: FaultTarget, ...names: (string | undefined)[]) => Fault | undefined
}

export const openFaults = (): Faults => {
  let planned: Fault[] = []
  return {
    plan: (fault) => void planned.push({ ...fault }),
    clear: () => {
      planned = []
    },
    take: (target, ...names) => {
      if (planned.length === 0) return undefined
      const fault = planned.find((one) => one.target === target && (!one.name || names.includes(one.name)))
      if (!fault) return undefined
      fault.times -= 1
      if (fault.times <= 0) planned = planned.filter((one) => one !== fault)
      return fault
    },
  }
}
