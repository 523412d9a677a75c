const versions: Readonly<Record<string, string>> = { developer: 'develop', trial: 'trial', formal: 'release' }

/** Which version of the mini program a code opens: MINIPROGRAM_STATE is developer, trial or formal (as left out). */
export const wxaVersion = (): string => versions[process.env.MINIPROGRAM_STATE ?? ''] ?? 'release'
