// The page that a web developer would ship instead: plain JavaScript, peer.js for the model and uPlot for the charts.
// It shows what the app shows while a lever moves: 22 sliders, the scoreboard, eleven small charts and the main one.
/* global uPlot */
import { COEFS, LEVERS, TREND, project, uniform } from '../peer.js';

const LEVER_TABLE = {
  gov_rd_growth: ['财政科技投入增速', -5, 40], enterprise_rd_growth: ['企业研发投入自主增速', 0, 35],
  matched_share: ['1:1配套资金覆盖面', 0, 100], super_deduction: ['研发费用加计扣除比例', 50, 150],
  rd_coverage_gain: ['规上工业企业研发活动覆盖率年增', 0, 15], talent_intake: ['人才引进强度', 0, 10],
  talent_attrition: ['研发人员流失率', 0, 20], vacancy_fill: ['研发岗位到位率', 20, 100],
  hnte_entry: ['高企新增认定率', 5, 35], hnte_renewal: ['高企复审通过率', 40, 98],
  hightech_premium: ['高技术产业营收相对增速', -5, 25], digital_premium: ['数字经济核心产业相对增速', -5, 25],
  incubator_applications: ['国家级孵化载体年申报数', 0, 4], centre_applications: ['国家级中心（实验室）年申报数', 0, 3],
  contract_registration: ['技术合同登记与转化力度', 0, 60], patent_cultivation: ['高价值专利培育', -20, 60],
  reform_dividend: ['体制机制改革红利', 0, 2.5], gdp_growth: ['地区生产总值实际增速', 0, 25],
  gdp_deflator: ['GDP平减指数涨幅', -3, 6], employment_growth: ['就业人员增速', 0, 15],
  population_growth: ['常住人口增速', 0, 15], industrial_revenue_growth: ['规上工业营业收入增速', 0, 35],
};
const INDICATORS = [
  ['研发投入占地区生产总值比重', 3.6, 4, 2], ['规上工业研发经费与营业收入之比', 1.02, 1.3, 2],
  ['每万名就业人员中研发人员', 16.75, 20, 2], ['每万人口高价值发明专利', 1.3, 1.5, 2],
  ['技术市场成交合同金额', 3.7, 20, 1], ['国家级高新技术企业数', 75, 150, 0],
  ['高技术产业营业收入比重', 6.79, 10, 2], ['国家级孵化器、众创空间', 3, 5, 1],
  ['国家工程技术中心（重点实验室）', 2, 3, 1], ['数字经济核心产业增加值比重', 0, 2, 2],
  ['科技进步贡献率', 60, 68, 1],
];
const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];
const [BLUE, GREY, RED] = ['#0f5f86', '#777', '#b42318'];

const coefficients = Float64Array.from(COEFS, ([, mode]) => mode);
const levers = uniform(TREND);
const now = new Float64Array(66);
const trend = new Float64Array(66);
project(levers, coefficients, trend, false);
now.set(trend);
let selected = 0;

const path = (from, k) => Array.from(from.subarray(6 * k, 6 * k + 6));
const flat = value => YEARS.map(() => value);
const milestones = k => YEARS.map((_, t) => INDICATORS[k][1] + (INDICATORS[k][2] - INDICATORS[k][1]) * t / 5);
const sparkData = k => [YEARS, path(now, k), path(trend, k), flat(INDICATORS[k][2])];
const mainData = k => [YEARS, path(now, k), path(trend, k), milestones(k), flat(INDICATORS[k][2])];

function element(name, parent, properties = {}) {
  const child = Object.assign(document.createElement(name), properties);
  parent.append(child);
  return child;
}

// Levers.
LEVERS.forEach((id, i) => {
  const [name, min, max] = LEVER_TABLE[id];
  const lever = element('label', document.getElementById('levers'), { className: 'lever' });
  element('span', lever, { textContent: name });
  const output = element('output', lever, { textContent: TREND[i] });
  const slider = element('input', lever, { type: 'range', min, max, step: 'any', value: TREND[i], ariaLabel: name });
  slider.addEventListener('input', () => {
    const value = slider.valueAsNumber;
    output.textContent = value.toFixed(2);
    levers.fill(value, 5 * i, 5 * i + 5);
    schedule();
  });
});

// Scoreboard.
const rows = INDICATORS.map(([name, , target, decimals], k) => {
  const row = element('tr', document.getElementById('scoreboard'));
  element('td', row, { textContent: name });
  const value = element('td', row);
  element('td', row, { textContent: target.toFixed(decimals) });
  const [completion, status, difference] = [element('td', row), element('td', row), element('td', row)];
  const spark = new uPlot({
    width: 36, height: 26, legend: { show: false }, cursor: { show: false }, axes: [{ show: false }, { show: false }],
    padding: [2, 2, 2, 2], scales: { x: { time: false } },
    series: [{}, { stroke: BLUE, width: 1.5 }, { stroke: GREY, dash: [2, 2] }, { stroke: RED }],
  }, sparkData(k), element('td', row));
  row.addEventListener('click', () => {
    rows[selected].row.classList.remove('selected');
    selected = k;
    row.classList.add('selected');
    mainChart.setData(mainData(k));
  });
  return { row, value, completion, status, difference, spark };
});
rows[selected].row.classList.add('selected');

// Main chart.
const mainChart = new uPlot({
  width: 520, height: 380, scales: { x: { time: false } },
  axes: [{ values: (_, splits) => splits.map(year => (Number.isInteger(year) ? year : '')) }, {}],
  series: [
    { label: '年份' }, { label: '当前', stroke: BLUE, width: 2 }, { label: '趋势', stroke: GREY, dash: [6, 4] },
    { label: '里程碑', stroke: GREY, dash: [2, 3] }, { label: '目标', stroke: RED },
  ],
}, mainData(selected), document.getElementById('main-chart'));

// Updates: at most one a frame, and only what changed.
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const before = new Float64Array(66);
function update() {
  scheduled = false;
  before.set(now);
  project(levers, coefficients, now, false);
  let met = 0;
  INDICATORS.forEach(([, baseline, target, decimals], k) => {
    const { value, completion, status, difference, spark } = rows[k];
    const last = now[6 * k + 5];
    const share = (last - baseline) / (target - baseline);
    if (share >= 1) met++;
    setText(value, last.toFixed(decimals));
    setText(completion, `${(100 * share).toFixed(1)}%`);
    setText(status, share >= 1 ? '● 达标' : share >= 0.9 ? '◐ 接近' : '○ 不足');
    setText(difference, (last - trend[6 * k + 5]).toFixed(decimals));
    let changed = false;
    for (let t = 6 * k; t < 6 * k + 6; t++) changed ||= now[t] !== before[t];
    if (changed) {
      spark.setData(sparkData(k));
      if (k === selected) mainChart.setData(mainData(k));
    }
  });
  setText(document.getElementById('summary'), `11 项中 ${met} 项达标`);
}

let scheduled = false;
function schedule() {
  if (!scheduled) {
    scheduled = true;
    requestAnimationFrame(update);
  }
}
update();
