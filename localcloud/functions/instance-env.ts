import type { CloudManifest, FunctionManifest } from '../manifest/cloud-manifest'

export const REGION = 'ap-shanghai'

/** The environment an instance is born with; the platform's own variables win over those given by the operator. */
export const instanceEnv = (
  manifest: CloudManifest,
  fn: FunctionManifest,
  adminUrl: string,
  given: Record<string, string>,
): Record<string, string> => ({
  ...given,
  PATH: process.env.PATH ?? '',
  TZ: 'UTC',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: REGION,
  TENCENTCLOUD_SECRETID: 'local-secret-id',
  TENCENTCLOUD_SECRETKEY: 'local-secret-key',
  TENCENTCLOUD_SESSIONTOKEN: 'local-session-token',
  SCF_NAMESPACE: manifest.envId,
  SCF_FUNCTIONNAME: fn.name,
  TCB_ENV: manifest.envId,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  WX_API_TOKEN: 'local-api-token',
})
