import type { CallMessage, WorkerSetup } from './worker-messages'

/** The second argument of a function's `main`, as the cloud hands it over. */
export const scfContext = (setup: WorkerSetup, call: CallMessage) => ({
  callbackWaitsForEmptyEventLoop: false,
  request_id: call.requestId,
  function_name: setup.functionName,
  function_version: '$LATEST',
  namespace: setup.envId,
  tencentcloud_region: setup.region,
  memory_limit_in_mb: setup.memoryMb,
  time_limit_in_ms: setup.timeoutSeconds * 1000,
  environ: Object.entries(call.env)
    .map(([key, value]) => `${key}=${value}`)
    .join(';'),
  environment: JSON.stringify(call.env),
})
