import type { ChildProcess } from 'node:child_process';
import { forkServer } from './fork.mjs';

type Orders = { env: Record<string, string>; hostname: string; port: number };

export type Server = {
  /** Lets it listen, and restarts it from now on whenever it dies. Rejects if it cannot begin at all. */
  listen: (orders: Orders) => Promise<void>;
  /** Puts a new process in its place, before it listens: after a build. */
  renew: () => void;
  /** Drains and ends it; at once if asked. */
  stop: (atOnce?: boolean) => Promise<void>;
};

/** Looks after the web server: a child process that has begun to load Next.js and waits for its orders. */
export function superviseServer(first: ChildProcess, onFailure: (reason: string) => void): Server {
  let child = first;
  let stopping = false;

  async function listen(orders: Orders): Promise<void> {
    const began = Date.now();
    const current = child;
    await new Promise<void>((resolve, reject) => {
      current.on('message', (message: { listening?: true; failed?: string }) => {
        if (message.listening) resolve();
        if (message.failed) reject(new Error(message.failed));
      });
      current.once('exit', () => reject(new Error('The web server ended before it could listen.')));
      current.send(orders);
    });
    current.removeAllListeners('exit');
    if (current.exitCode !== null || current.signalCode !== null) restart(orders, began);
    else current.once('exit', () => restart(orders, began));
  }

  function restart(orders: Orders, began: number) {
    if (stopping) return;
    console.error('The web server has stopped: starting it again.');
    // One that dies at once would die for ever; it is given time.
    const wait = Date.now() - began < 2000 ? 1000 : 0;
    setTimeout(() => {
      if (stopping) return;
      child = forkServer();
      listen(orders).catch(error => onFailure(String(error)));
    }, wait);
  }

  async function stop(atOnce = false) {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise(resolve => child.once('exit', resolve));
    if (atOnce || !child.connected) child.kill('SIGKILL');
    else child.send({ stop: true });
    const deadline = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(deadline);
  }

  function renew() {
    if (stopping) return;
    child.kill('SIGKILL');
    child = forkServer();
  }

  return { listen, renew, stop };
}
