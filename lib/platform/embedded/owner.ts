import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** As whom PostgreSQL runs: ids for `spawn`, and what to put before a command. */
export type Owner = { uid?: number; gid?: number; prefix: string[] };

/**
 * PostgreSQL refuses to run as root. Root lends it an ordinary account, or, if that account cannot reach the files
 * (a checkout in /root), a user namespace in which root has an ordinary number.
 */
export async function runningAs(files: string[]): Promise<Owner> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const account = await ordinaryAccount();
  const reach = await Promise.all(files.map(file => canReach(account.uid, file)));
  if (reach.every(Boolean)) return { ...account, prefix: [] };
  return { prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] };
}

/** Makes the folder and gives it to the owner with all that is in it. */
export async function openTo({ uid, gid }: Owner, folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return;
  const { uid: present } = await stat(folder);
  if (present === (uid ?? 0)) return;
  // Left by a run that used the other way of the two.
  if (existsSync(path.join(folder, 'PG_VERSION'))) spawnSync('chown', ['-R', `${uid ?? 0}:${gid ?? 0}`, folder]);
  else await chown(folder, uid ?? 0, gid ?? 0);
}

/** The program and arguments for `spawn`. */
export const command = ({ prefix }: Owner, program: string, args: string[]) => {
  const [first = program, ...rest] = [...prefix, program, ...args];
  return { program: first, args: rest };
};

async function ordinaryAccount() {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'));
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) };
}

/** Whether an account may walk to a file. What does not exist yet will be given to it. */
async function canReach(uid: number, file: string): Promise<boolean> {
  const folder = path.dirname(file);
  if (existsSync(folder)) {
    const { mode, uid: owner } = await stat(folder);
    const walkable = owner === uid ? mode & 0o100 : mode & 0o001;
    if (!walkable) return false;
  }
  return folder === path.dirname(folder) || canReach(uid, folder);
}
