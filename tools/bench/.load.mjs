const t=()=>{const {user,system}=process.cpuUsage();return (user+system)/1000};
const a=t(); await import("eslint"); const b=t(); await import("/work/wt/py-bench/dist/index.js"); console.log("eslint",b-a,"plugin",t()-b);
