/** Contents of `config.json` beside a deployed function: what DevTools reads when it uploads. */
export const configJson = (declaration, tick) => ({
  permissions: { openapi: [...declaration.openapi] },
  triggers: declaration.timer ? [{ name: tick.name, type: 'timer', config: tick.cron }] : [],
})

/** package.json of a deployed function: one bundled file, nothing to install. */
export const packageJson = (declaration, version) => ({
  name: declaration.name,
  version,
  private: true,
  main: 'index.js',
})

/** `cloudbaserc.json` for `tcb fn deploy --all --config-file dist/cloudbaserc.json`, run from the repository root. */
export const cloudbaserc = (functions, tick, environment) => ({
  version: '2.0',
  envId: '{{env.TCB_ENV}}',
  functionRoot: 'dist/cloudfunctions',
  functions: functions.map((declaration) => ({
    name: declaration.name,
    runtime: 'Nodejs20.19',
    timeout: declaration.timeoutSeconds,
    memorySize: declaration.memoryMb,
    handler: 'index.main',
    installDependency: false,
    envVariables: Object.fromEntries(environment.map((name) => [name, `{{env.${name}}}`])),
    triggers: configJson(declaration, tick).triggers,
  })),
})
