export default definePageConfig({ navigationBarTitleText: '四查覆盖' })
