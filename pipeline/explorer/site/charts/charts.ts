import { drawChart } from './draw-chart.ts'

// a script of its own: the charting library is loaded when the first chart is shown
window.cyberwellnessData('charts', drawChart)
