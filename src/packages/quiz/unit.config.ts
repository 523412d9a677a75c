export default definePageConfig({ navigationBarTitleText: '参赛单位' })
