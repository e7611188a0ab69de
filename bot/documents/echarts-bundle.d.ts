/** echarts in one file: its hundreds of modules take ten times longer to load. */
declare module "echarts/dist/echarts.esm.min.mjs" {
  export { init, setPlatformAPI } from "echarts";
}
