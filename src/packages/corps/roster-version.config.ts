export default definePageConfig({ navigationBarTitleText: '名册汇总表', onReachBottomDistance: 120 })
