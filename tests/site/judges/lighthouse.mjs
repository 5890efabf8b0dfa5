// Lighthouse's scores of pages, as JSON: node lighthouse.mjs CHROMIUM ADDRESS...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import config from "lighthouse/core/config/desktop-config.js";

const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"], logLevel: "silent" });
const results = {};
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent" }, config);
    results[address] = Object.fromEntries(Object.values(lhr.categories).map(({ id, score, auditRefs }) => [id, {
      score,
      lost: auditRefs.filter(({ id: name, weight }) => weight && lhr.audits[name].score !== null && lhr.audits[name].score < 1)
        .map(({ id: name }) => `${name}: ${lhr.audits[name].displayValue ?? lhr.audits[name].title}`),
    }]));
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(results));
