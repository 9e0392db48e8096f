import type { NamedDocument } from '../../contract/documents/calls.ts';
import { minutesIn } from '../../domain/minutes/concerning.ts';
import { isOutcome } from '../../domain/outcomes/kinds.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import { isWording } from '../../domain/wording/kinds.ts';
import { listRecords } from '../records/listRecords.ts';
import type { Read } from '../release/mentions.ts';
import type { Session } from '../session.ts';

/** What a running order is made of. */
export const ORDERED: readonly string[] = ['session', 'agendaItem', 'cue'];

/** What of each record is read in a print: all of it, or these fields. Names of bodies and persons stand by themselves. */
export function readOf({ vault }: Session, document: NamedDocument): Read {
  const records = listRecords(vault);
  switch (document.what) {
    case 'paper': {
      const own = records.find(({ id }) => id === document.paper)?.body ?? {};
      const inside = records.filter(({ kind, body }) => kind === 'portion' && body.paper === document.paper);
      return new Map<string, readonly string[] | undefined>([
        [text(own.annexOf), ['title']],
        ...inside.map(({ id }) => [id, undefined] as const),
        [document.paper, undefined],
      ]);
    }
    case 'comments': {
      const about = new Set<string>([document.paper]);
      for (const { id, kind, body } of records) if (kind === 'portion' && body.paper === document.paper) about.add(id);
      const said = records.filter(({ kind, body }) => kind === 'comment' && about.has(text(body.record)));
      return new Map<string, readonly string[] | undefined>([
        ...said.map(({ id }) => [id, undefined] as const),
        [document.paper, ['title']],
      ]);
    }
    case 'commission':
      return new Map([[document.paper, ['title', 'purpose', 'request']]]);
    case 'agenda': {
      const parts = records.filter(
        ({ kind, body }) => (kind === 'session' || kind === 'agendaItem') && body.meeting === document.meeting,
      );
      return new Map<string, readonly string[] | undefined>([
        ...parts.flatMap(({ body }) => texts(body.papers)).map((paper) => [paper, ['title']] as const),
        ...parts.map(({ body }) => [text(body.approves), ['symbol']] as const),
        ...parts.map(({ id }) => [id, undefined] as const),
        [document.meeting, undefined],
      ]);
    }
    case 'runningOrder':
    case 'annotatedAgenda': {
      const parts = records.filter(({ kind, body }) => ORDERED.includes(kind) && body.meeting === document.meeting);
      return new Map<string, readonly string[] | undefined>([
        ...parts.flatMap(({ body }) => texts(body.papers)).map((paper) => [paper, ['title', 'asks']] as const),
        ...parts.map(({ id }) => [id, undefined] as const),
        [document.meeting, undefined],
      ]);
    }
    case 'plates':
    case 'attendance':
    case 'participants': {
      const seats = records.filter(({ kind, body }) => kind === 'participant' && body.meeting === document.meeting);
      return new Map<string, readonly string[] | undefined>([
        ...seats.map(({ id }) => [id, ['plate', 'plateLine']] as const),
        ...seats.map(({ body }) => [text(body.person), ['function']] as const),
        [document.meeting, ['title', 'venue', 'city']],
      ]);
    }
    case 'minutes': {
      const printed = minutesIn(records, document);
      return new Map<string, readonly string[] | undefined>([
        ...printed.items.map(({ id }) => [id, ['title', 'leadNote']] as const),
        ...[...printed.minutes, ...printed.outcomes].map(({ id }) => [id, undefined] as const),
        [document.meeting, ['title', 'venue', 'city', 'symbol']],
      ]);
    }
    case 'outcomes': {
      const made = records.filter(({ kind, body }) => isOutcome(kind) && body.meeting === document.meeting);
      return new Map<string, readonly string[] | undefined>([
        ...made.map(({ body }) => [text(body.item), ['title']] as const),
        ...made.map(({ id }) => [id, undefined] as const),
        [document.meeting, ['title', 'symbol']],
      ]);
    }
    case 'adoption': {
      const answers = records.filter(({ kind, body }) => kind === 'answer' && body.adoption === document.adoption);
      return new Map<string, readonly string[] | undefined>([
        ...answers.map(({ id }) => [id, undefined] as const),
        [document.adoption, undefined],
      ]);
    }
    case 'dossier':
    case 'supplement': {
      const own = records.find(({ id }) => id === document.dossier)?.body ?? {};
      const bound = new Set(objects(own.papers).map(({ paper }) => text(paper)));
      const before = objects(own.issues).flatMap(({ contents }) => objects(contents).map(({ paper }) => text(paper)));
      const inside = records.filter(({ kind, body }) => kind === 'portion' && bound.has(text(body.paper)));
      return new Map<string, readonly string[] | undefined>([
        ...before.map((id) => [id, ['title']] as const),
        ...inside.map(({ id }) => [id, undefined] as const),
        ...[...bound].map((id) => [id, undefined] as const),
        [text(own.meeting), ['venue', 'city']],
        [document.dossier, ['title', 'tabs', 'issues']],
      ]);
    }
    case 'wording': {
      const own = records.filter(({ kind }) => isWording(kind));
      return new Map<string, readonly string[] | undefined>([
        ...own.map(({ body }) => [text(body.meeting), ['title']] as const),
        ...own.map(({ id }) => [id, undefined] as const),
      ]);
    }
    case 'couldOpen':
      return new Map(records.map(({ id }) => [id, ['title']]));
  }
}
