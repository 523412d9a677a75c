export default definePageConfig({ navigationBarTitleText: '安全准备' })
