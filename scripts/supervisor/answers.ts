/** Waits until the server answers that it lives, and that its database, migrations and storage are in order. */
export async function answers(host: string, port: number) {
  const end = Date.now() + 60_000;
  // These checks load much of the product. Somebody who has waited for the first page comes before them.
  await pause(100);
  for (const page of ['healthz', 'readyz']) {
    const url = `http://${reachedAt(host)}:${port}/${page}`;
    let answer = await ask(url);
    while (answer !== 'ok') {
      if (Date.now() > end) throw new Error(`The server does not become ready: ${answer}`);
      await pause(25);
      answer = await ask(url);
    }
  }
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** A host to connect to, for one to listen on. */
function reachedAt(host: string) {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    return response.ok ? 'ok' : await response.text();
  } catch (error) {
    return String(error);
  }
}
