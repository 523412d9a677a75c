declare namespace NodeJS {
  // Taro's typings close ProcessEnv to its own names; functions and scripts read theirs.
  interface ProcessEnv {
    [name: string]: string | undefined
  }
}
