/** What an instance is started with. */
export type WorkerSetup = {
  /** Absolute path of the bundle. */
  entry: string
  functionName: string
  envId: string
  region: string
  memoryMb: number
  timeoutSeconds: number
  /** Platform time minus machine time, ms. */
  offset: number
}

export type CallMessage = {
  type: 'call'
  id: number
  requestId: string
  /** JSON text of the event. */
  event: string
  /** The variables of this call alone; those of the call before are taken away. */
  env: Record<string, string>
  /** Largest result in bytes of JSON. */
  resultLimit: number
}

export type ToWorker = CallMessage | { type: 'clock'; offset: number }

export type FromWorker =
  | { type: 'ready' }
  | { type: 'unloadable'; message: string }
  | { type: 'result'; id: number; json: string }
  | { type: 'thrown'; id: number; message: string }
  | { type: 'too-large'; id: number }
  /** What the function printed. */
  | { type: 'printed'; text: string }
