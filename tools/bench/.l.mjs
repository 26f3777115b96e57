import {createRequire} from "node:module"; const require=createRequire(import.meta.url);
const t=()=>{const {user,system}=process.cpuUsage();return (user+system)/1000};
await import("eslint");
for (const m of process.argv.slice(2)) { const a=t(); const w=performance.now(); try { await import(m);} catch(e){console.log(e.message)} console.log(m,(t()-a).toFixed(0),(performance.now()-w).toFixed(0)); }
