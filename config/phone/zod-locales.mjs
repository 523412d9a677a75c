// Stands for zod's index of all 50 languages, which no bundler here can shake (300 KB): Chinese, and English as zod's own default.
export { default as zhCN } from 'zod/v4/locales/zh-CN.js'
export { default as en } from 'zod/v4/locales/en.js'
