import type { HandlersOf } from '../../contract/api.ts';
import type { directoryCalls } from '../../contract/directory/calls.ts';
import type { Link } from '../../domain/directory/chain.ts';
import type { Application } from '../application.ts';
import { judgeAnew } from '../exchange/reconsiderQuarantine.ts';
import { readKeyMode } from '../vault/installation.ts';
import { admit, confirmRoot, endSeat, foundDirectory, renewKeys, replaceRoot, revoke, settle } from './acts.ts';
import { lookAtAlarm } from './alarms.ts';
import { findBeyond } from './beyond.ts';
import { couldOpen } from './couldOpen.ts';
import { directoryView } from './directoryView.ts';
import { onItsWay } from './onItsWay.ts';
import { rootToSign } from './root.ts';
import { coveredBy } from './seats.ts';

export const directoryHandlers: HandlersOf<typeof directoryCalls, Application> = {
  read: ({ language }, application) => directoryView(application.session(), language ?? 'en'),

  found: async ({ keys }, application) => signed(await foundDirectory(application.session(), keys)),

  async admit(order, application) {
    const session = application.session();
    const link = await admit(session, order);
    await judgeAnew(session);
    return signed(link);
  },

  async endSeat(order, application) {
    const session = application.session();
    const link = await endSeat(session, order);
    await judgeAnew(session);
    return signed(link);
  },

  async revoke(order, application) {
    const session = application.session();
    const link = await revoke(session, order);
    const putAside = await judgeAnew(session);
    const beyond = findBeyond(session.vault, session.surroundings.now());
    return { ...signed(link), putAside, beyond: beyond.filter((one) => one.installation === order.installation) };
  },

  couldOpen: ({ installation }, application) => couldOpen(application.session(), installation),

  beyond(_input, application) {
    const { vault, surroundings } = application.session();
    return findBeyond(vault, surroundings.now());
  },

  onItsWay: ({ installation }, application) => onItsWay(application.session(), installation),

  lookAt({ alarm }, application) {
    const { vault, surroundings, announce } = application.session();
    lookAtAlarm(vault, surroundings.now(), alarm);
    announce({ event: 'directoryChanged' });
    return {};
  },

  settle: async ({ root }, application) => signed(await settle(application.session(), root)),

  covered: ({ audience }, application) => coveredBy(application.session(), audience),

  async renewKeys({ keys }, application) {
    const session = application.session();
    await renewKeys(session, keys);
    return { keys: readKeyMode(session.vault) };
  },

  printRoot: ({ job, ...order }, { jobs }) => jobs.run('printRoot', order, job),

  async confirmRoot({ root }, application) {
    await confirmRoot(application.session(), root);
    return {};
  },

  async checkRoot({ root }, application) {
    await rootToSign(application.session().vault, root);
    return {};
  },

  replaceRoot: async ({ root }, application) => signed(await replaceRoot(application.session(), root)),
};

const signed = ({ entry, digest }: Link) => ({ number: entry.number, digest });
