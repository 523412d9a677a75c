export default definePageConfig({ navigationBarTitleText: '优秀推荐', onReachBottomDistance: 120 })
