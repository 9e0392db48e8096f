import type { z } from 'zod';
import type { HandlersOf } from '../../contract/api.ts';
import type { Card as CardSchema, exchangeCalls } from '../../contract/exchange/calls.ts';
import { keyModeOf } from '../../domain/directory/keyMode.ts';
import { isOver } from '../../domain/directory/state.ts';
import { fingerprintDigits } from '../../domain/exchange/fingerprintDigits.ts';
import type { Application } from '../application.ts';
import { dayOf } from '../directory/bounds.ts';
import { writeOutput } from '../files/writeOutput.ts';
import { indexWaiting } from '../library/indexWaiting.ts';
import { receiptHandlers } from '../receipts/handlers.ts';
import { explanationLines } from '../release/explanationLines.ts';
import type { Session } from '../session.ts';
import { countWaiting, listBundles } from './bundleList.ts';
import { addCard, type KnownInstallation, listInstallations, ownCard, ownInstallation, verifyCard } from './cards.ts';
import { conflictHandlers } from './conflictHandlers.ts';
import { declineBundle } from './declineBundle.ts';
import { inspectSealed } from './inspectSealed.ts';
import { compareStaged, previewBundle } from './preview.ts';
import { isLarge } from './receivedBundle.ts';
import { sealedDetails } from './sealedDetails.ts';
import { cardText, readCardFile } from './signedCard.ts';
import { undoImport } from './undoImport.ts';

export const exchangeHandlers: HandlersOf<typeof exchangeCalls, Application> = {
  ...receiptHandlers,

  ownCard(_input, application) {
    const session = application.session();
    return { card: cardView(session, ownInstallation(session)), text: cardText(ownCard(session)) };
  },

  saveCard({ file }, application) {
    const session = application.session();
    writeOutput(file, cardText(ownCard(session)), session.surroundings);
    return {};
  },

  async addCard({ file }, application) {
    const session = application.session();
    return cardView(session, addCard(session, await readCardFile(file)));
  },

  verifyCard({ installation, verifiedBy, how }, application) {
    const session = application.session();
    return cardView(session, verifyCard(session, installation, verifiedBy, how));
  },

  cards(_input, application) {
    const session = application.session();
    return listInstallations(session.vault).map((known) => cardView(session, known));
  },

  explain: ({ job, ...order }, application) => application.jobs.run('explain', order, job),

  async seal({ job, ...order }, application) {
    const { explanation, held, ...sealed } = await application.jobs.run('seal', order, job);
    const { vault } = application.session();
    const lines = explanationLines(vault, explanation.records, 'en', { held });
    return { ...sealed, files: [...sealed.files], explanation: lines };
  },

  open: ({ job, ...order }, application) => application.jobs.run('open', order, job),

  inspect: ({ file }) => inspectSealed(file),

  verify: ({ job, ...order }, application) => application.jobs.run('verify', order, job),

  // What concerns a large bundle as a whole is done in a thread, so that windows are answered meanwhile.
  preview({ bundle, language = 'en' }, application) {
    const session = application.session();
    if (isLarge(session.vault, bundle)) return application.jobs.run('weigh', { bundle, language });
    return previewBundle(session, bundle, language);
  },

  async accept({ job, ...order }, application) {
    const { vault } = application.session();
    const accepted = await application.jobs.run('accept', order, job);
    indexWaiting(application, vault);
    return accepted;
  },

  async decline({ bundle }, application) {
    const session = application.session();
    if (isLarge(session.vault, bundle)) await application.jobs.run('decline', { bundle });
    else declineBundle(session, bundle);
    return {};
  },

  async undo({ bundle }, application) {
    const session = application.session();
    if (isLarge(session.vault, bundle)) await application.jobs.run('undo', { bundle });
    else undoImport(session, bundle);
    return {};
  },

  compareStaged: ({ bundle: id, record, language }, application) =>
    compareStaged(application.session(), id, record, language),

  bundles: (_input, application) => listBundles(application.session().vault),

  waiting: (_input, application) => ({ bundles: countWaiting(application.session().vault) }),

  sealed: ({ bundle: id, language }, application) => sealedDetails(application.session(), id, language),

  ...conflictHandlers,
};

function cardView({ surroundings }: Session, known: KnownInstallation): z.input<typeof CardSchema> {
  const { installation, name, organisation, organisationName, seat, role, trust } = known;
  const { verifiedBy, verifiedAt, verifiedHow } = known;
  return {
    installation,
    name,
    organisation,
    organisationName,
    seat,
    role,
    digits: fingerprintDigits(installation),
    trust,
    ...(verifiedBy ? { verifiedBy } : {}),
    ...(verifiedAt ? { verifiedAt } : {}),
    ...(verifiedHow ? { verifiedHow } : {}),
    inForce: trust !== 'revoked' && known.ended === undefined && !isOver(known.ends, dayOf(surroundings.now())),
    keys: keyModeOf(known.ageRecipient),
  };
}
