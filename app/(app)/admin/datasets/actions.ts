'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { say } from '@/lib/core/words';
import { askForFetch } from '@/lib/datasets/commands/ask-import';
import { confirmImport, discardImport } from '@/lib/datasets/commands/decide-import';
import { setSource } from '@/lib/datasets/commands/refresh';
import { setWeekly } from '@/lib/datasets/commands/schedule';
import { datasetId, importDecision, sourceForm } from '@/lib/datasets/schema';
import { askRefusals, datasetNames } from '@/lib/datasets/words';
import { adminAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

const LIST = '/admin/datasets/';
const pageOf = (id: string) => `${LIST}imports/${id}/`;

/** Says where a dataset is published; nothing in the field takes the address away. */
export const saveSource = asForm(
  adminAction.inputSchema(sourceForm).action(async ({ ctx: { viewer }, parsedInput: { dataset, url } }) => {
    settle(await setSource(viewer, dataset, url), askRefusals, { 'not-a-web-address': 'url' });
    const text = url
      ? `${datasetNames[dataset]} is fetched from this address.`
      : `${datasetNames[dataset]} is no longer fetched.`;
    await leaveNotice(viewer, { tone: 'success', text });
    redirect(`${LIST}${dataset}/`);
  }),
);

/** Asks for a dataset to be fetched now, and shows how far it is. */
export const fetchNow = asForm(
  adminAction
    .inputSchema(z.object({ dataset: datasetId }))
    .action(async ({ ctx: { viewer }, parsedInput: { dataset } }) => {
      const asked = await askForFetch(viewer, dataset);
      if (asked.ok) redirect(pageOf(asked.value.id));
      await leaveNotice(viewer, { tone: 'important', text: say(askRefusals, asked) });
      redirect(LIST);
    }),
);

/** Loads a file whose difference was looked at. */
export const confirm = asForm(
  adminAction.inputSchema(importDecision).action(async ({ ctx: { viewer }, parsedInput: { id, force } }) => {
    settle(await confirmImport(viewer, { id, force: force === 'on' }), askRefusals, { 'tick-first': 'force' });
    redirect(pageOf(id));
  }),
);

/** Lets a file go that waits for confirmation. */
export const discard = asForm(
  adminAction.inputSchema(importDecision).action(async ({ ctx: { viewer }, parsedInput: { id } }) => {
    settle(await discardImport(viewer, id), askRefusals);
    await leaveNotice(viewer, { tone: 'success', text: 'The file was discarded. Nothing of it was loaded.' });
    redirect(LIST);
  }),
);

/** Turns the weekly fetching on or off. */
export const saveWeekly = asForm(
  adminAction
    .inputSchema(z.object({ weekly: z.enum(['on', 'off']) }))
    .action(async ({ ctx: { viewer }, parsedInput }) => {
      const on = parsedInput.weekly === 'on';
      settle(await setWeekly(viewer, on), askRefusals);
      const text = on ? 'Data is fetched every Monday morning.' : 'Data is no longer fetched by itself.';
      await leaveNotice(viewer, { tone: 'success', text });
      redirect(LIST);
    }),
);
