import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { cpus } from 'node:os';
import type { Asking } from './ask';
import type { Measure, Side } from './compare';
import { cpuOf } from './processes';

export type LoadOrder = { origin: string; requests: Asking[]; connections: number; seconds: number; leadIn: number };
export type LoadReport = { finished: number; p50: number; p95: number; p99: number; failures: number; wrong: string[] };

/** A server under load: where it answers, and the processes whose CPU is counted. */
export type Target = { origin: string; server: number; database?: number };

const connections = 50;
// The connections of a run are made before it counts.
const leadIn = 0.5;
let generator: ChildProcess | undefined;

/** These requests, one after the other, from 50 connections to one server. */
export function load(name: string, { origin, server, database }: Target, requests: Asking[]): Side {
  return { name, measure };

  async function measure(seconds: number): Promise<Measure> {
    const before = { server: 0, database: 0 };
    const report = await order({ origin, requests, connections, seconds, leadIn }, () => {
      before.server = cpuOf(server);
      before.database = database ? cpuOf(database) : 0;
    });
    const serverCpu = cpuOf(server) - before.server;
    const databaseCpu = database ? cpuOf(database) - before.database : 0;
    const { finished, failures, wrong, p50, p95, p99 } = report;
    if (failures > 0) throw new Error(`${name}: ${failures} requests failed. ${wrong.join(' | ')}`);
    if (finished === 0) throw new Error(`${name}: nothing was answered in ${seconds} s.`);
    return {
      rate: finished / seconds,
      serverCpu: serverCpu / finished,
      databaseCpu: databaseCpu / finished,
      latency: { p50, p95, p99 },
    };
  }
}

/** Ends the process that asks. */
export function stopLoad() {
  if (generator?.connected) generator.disconnect();
  generator = undefined;
}

function order(what: LoadOrder, onBegin: () => void): Promise<LoadReport> {
  generator ??= start();
  const child = generator;
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('The load generator ended.'));
    const listen = (message: { began?: true; report?: LoadReport }) => {
      if (message.began) onBegin();
      if (!message.report) return;
      child.off('message', listen).off('exit', gone);
      resolve(message.report);
    };
    child.on('message', listen).once('exit', gone);
    child.send(what);
  });
}

function start() {
  const child = fork(new URL('./load-generator.ts', import.meta.url));
  const cores = cpus().length;
  // Kept to the last core, so that the server always has another. Without taskset the system decides.
  if (cores > 1 && child.pid) {
    try {
      execFileSync('taskset', ['-a', '-c', '-p', String(cores - 1), String(child.pid)], { stdio: 'ignore' });
    } catch {
      console.error('taskset is not installed: the load generator may take CPU from the server.');
    }
  }
  return child;
}
