import { circleOf } from '../../domain/handling/circle.ts';
import type { Handling, Label } from '../../domain/handling/handling.ts';
import { naturalId, type RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { type Release, release } from '../../domain/release/release.ts';

import { footnote, heading, markedParagraph, paragraph, table, words } from './documentNodes.ts';

/** A small invented network with one meeting of two days and its papers, made to be printed. */
export const BOARD: Audience = { kind: 'board' };

/** The id of a record of the sample, by the name it is given here. */
export function sampleId(name: string): RecordId {
  return naturalId('print-sample', name);
}

const SECRETARIAT = sampleId('Secretariat');

function handlingOf(label: Label): Handling {
  const open = label === 'TLP:GREEN' || label === 'TLP:CLEAR';
  return {
    label,
    distribution: label === 'TLP:CLEAR' ? { to: 'everyone' } : open ? { to: 'community' } : { to: 'board' },
    originator: SECRETARIAT,
    caveats: [],
    chathamHouse: false,
  };
}

/** A record as the gate takes it. */
export function aRecord(kind: string, name: string, body: JsonObject, label: Label = 'TLP:AMBER'): ReleasableRecord {
  return { id: sampleId(name), kind, body, handling: handlingOf(label), deleted: false, conflicted: false };
}

const STATES = ['Northmark', 'Avaria', 'Lowmere', 'Velland', 'Castrel', 'Orrin Isles'];
const BODIES = ['Harbour Legal Observatory', 'Corvane Institute', 'Circle of Mediators'];

function organisations(): ReleasableRecord[] {
  const one = (name: string, type: string, membership: string) =>
    aRecord('organisation', name, { name, shortName: name, type, membership }, 'TLP:GREEN');
  return [
    one('Secretariat', 'secretariat', 'secretariat'),
    one('Early Warning Cell', 'secretariat', 'secretariat'),
    one('Tessaly Union', 'union', 'member'),
    ...STATES.map((name) => one(name, 'state', 'member')),
    ...BODIES.map((name) => one(name, 'ngo', 'invited')),
  ];
}

const LINKS: Readonly<Record<string, string>> = {
  'Tessaly Union': 'Asia/Yekaterinburg',
  'Orrin Isles': 'Australia/Brisbane',
  Castrel: 'America/Sao_Paulo',
  'Circle of Mediators': 'America/Sao_Paulo',
};

interface ItemInput {
  minutes: number;
  lead?: string[];
  note?: string;
  asks?: 'decision' | 'discussion' | 'information';
  papers?: string[];
  links?: string[];
}

let order = 0;
let closedNumber = 0;
let openNumber = 0;

function item(session: string, title: string, input: ItemInput): ReleasableRecord {
  order += 1;
  closedNumber += 1;
  const open = session === 'open';
  if (open) openNumber += 1;
  return aRecord(
    'agendaItem',
    `item ${title}`,
    {
      meeting: sampleId('meeting'),
      session: sampleId(session),
      order: String(order).padStart(4, '0'),
      type: 'item',
      number: closedNumber,
      ...(open ? { openNumber: `O${openNumber}` } : {}),
      title,
      minutes: input.minutes,
      leads: (input.lead ?? []).map(sampleId),
      leadNote: input.note ?? '',
      ...(input.asks === undefined ? {} : { purpose: input.asks }),
      papers: (input.papers ?? []).map((number) => sampleId(`paper ${number}`)),
      speakers: (input.links ?? []).map((name, at) => ({
        id: `${session}-${order}-${at}`,
        order: `a${at}`,
        party: sampleId(name),
        zone: LINKS[name] ?? 'UTC',
      })),
    },
    open ? 'TLP:GREEN' : 'TLP:AMBER',
  );
}

function pause(session: string, title: string, minutes: number): ReleasableRecord {
  order += 1;
  return aRecord(
    'agendaItem',
    `break ${order}`,
    {
      meeting: sampleId('meeting'),
      session: sampleId(session),
      order: String(order).padStart(4, '0'),
      type: 'break',
      title,
      minutes,
    },
    session === 'open' ? 'TLP:GREEN' : 'TLP:AMBER',
  );
}

function session(name: string, body: JsonObject): ReleasableRecord {
  return aRecord(
    'session',
    name,
    { meeting: sampleId('meeting'), ...body },
    body.access === 'open' ? 'TLP:GREEN' : 'TLP:AMBER',
  );
}

const CLOSED = 'Members of the Board and Secretariat only';

function meeting(): ReleasableRecord[] {
  order = 0;
  closedNumber = 0;
  openNumber = 0;
  return [
    aRecord('network', 'network', { name: 'Exercise Meridian', symbol: 'CB', exercise: true }, 'TLP:CLEAR'),
    aRecord(
      'meeting',
      'meeting',
      {
        title: 'Eighth meeting of the Board',
        type: 'regular',
        number: 8,
        symbol: 'CB/8',
        starts: '2026-10-14',
        ends: '2026-10-15',
        venue: 'Meridian House, Hall B',
        city: 'Lowhaven, Lowmere',
        zone: 'Europe/Zurich',
        chair: sampleId('Northmark'),
        coChair: sampleId('Avaria'),
        version: { number: 3, on: '2026-10-02', replaces: 2, replacesOn: '2026-09-18' },
        houseRules:
          'Invited organisations receive the extract of the open session. Telephones and watches stay outside closed sessions.',
      },
      'TLP:GREEN',
    ),
    session('one', {
      day: 1,
      starts: '09:00',
      ends: '12:45',
      access: 'closed',
      attendance: CLOSED,
      afterwards: 'Lunch, members’ dining room, first floor',
    }),
    session('two', { day: 1, starts: '14:00', ends: '17:00', access: 'closed', attendance: CLOSED }),
    session('open', {
      day: 2,
      starts: '09:30',
      ends: '12:30',
      access: 'open',
      attendance: 'Members, with three organisations invited under rule 14',
      afterwards: 'Invited organisations leave. Hall cleared and checked by 12:45. Lunch',
    }),
    session('four', { day: 2, starts: '14:00', ends: '16:00', access: 'closed', attendance: CLOSED }),
    item('one', 'Opening, adoption of agenda', { minutes: 15, note: 'Chair', asks: 'decision', papers: ['CB/8/2'] }),
    item('one', 'Watch list: movements since the seventh meeting', {
      minutes: 60,
      lead: ['Early Warning Cell'],
      asks: 'discussion',
      papers: ['CB/8/3'],
      links: ['Tessaly Union', 'Orrin Isles'],
    }),
    pause('one', '', 15),
    item('one', 'Deep-dive: Karsenia', {
      minutes: 75,
      lead: ['Early Warning Cell', 'Northmark'],
      asks: 'discussion',
      papers: ['CB/8/4', 'CB/8/4/Add.1'],
      links: ['Tessaly Union', 'Orrin Isles'],
    }),
    item('one', 'Karsenia: options for preventive action', {
      minutes: 60,
      lead: ['Avaria'],
      asks: 'decision',
      papers: ['CB/8/5'],
      links: ['Tessaly Union', 'Castrel'],
    }),
    item('two', 'Sharing between members', {
      minutes: 45,
      lead: ['Tessaly Union'],
      asks: 'decision',
      papers: ['CB/8/6'],
      links: ['Tessaly Union'],
    }),
    item('two', 'Recommendations: state of replies', {
      minutes: 45,
      lead: ['Secretariat'],
      asks: 'discussion',
      papers: ['CB/8/7'],
    }),
    pause('two', '', 20),
    item('two', 'Secondments and budget, 2027', {
      minutes: 40,
      lead: ['Secretariat'],
      asks: 'decision',
      papers: ['CB/8/8'],
    }),
    item('two', 'Conclusions of the first day', {
      minutes: 30,
      note: 'Chair',
      asks: 'information',
      links: ['Tessaly Union', 'Castrel'],
    }),
    item('open', 'Welcome to organisations', { minutes: 15, note: 'Chair', asks: 'information', papers: ['CB/8/9'] }),
    item('open', 'Protection of minorities at election time: briefing by invited organisations', {
      minutes: 75,
      lead: BODIES,
      asks: 'discussion',
      papers: ['CB/8/10'],
      links: ['Circle of Mediators'],
    }),
    pause('open', 'Break with invited organisations, east foyer', 20),
    item('open', 'National mechanisms: what members have learned', {
      minutes: 50,
      lead: ['Lowmere', 'Velland'],
      asks: 'information',
      papers: ['CB/8/11'],
      links: ['Orrin Isles'],
    }),
    item('open', 'Questions from organisations', { minutes: 20, note: 'Co-Chair', asks: 'discussion' }),
    item('four', 'Karsenia: decision, public line', {
      minutes: 60,
      note: 'Chair',
      asks: 'decision',
      papers: ['CB/8/4', 'CB/8/5', 'CB/8/12'],
      links: ['Tessaly Union', 'Castrel'],
    }),
    item('four', 'Programme of work to the ninth meeting', {
      minutes: 30,
      lead: ['Secretariat'],
      asks: 'decision',
      papers: ['CB/8/13'],
    }),
    item('four', 'Date and place of the ninth meeting', { minutes: 10, note: 'Chair', asks: 'decision' }),
    item('four', 'Conclusions and closing', {
      minutes: 20,
      note: 'Chair',
      asks: 'decision',
      papers: ['CB/8/14'],
      links: ['Tessaly Union', 'Castrel'],
    }),
  ];
}

function papers(): ReleasableRecord[] {
  const numbers = [...Array.from({ length: 13 }, (_, at) => `CB/8/${at + 2}`), 'CB/8/4/Add.1'].filter(
    (number) => number !== 'CB/8/4',
  );
  const open: Readonly<Record<string, string>> = { 'CB/8/9': 'CB/8/O1', 'CB/8/10': 'CB/8/O2', 'CB/8/11': 'CB/8/O3' };
  return numbers.map((number) => {
    const openSymbol = open[number];
    return aRecord(
      'paper',
      `paper ${number}`,
      {
        meeting: sampleId('meeting'),
        number,
        ...(openSymbol === undefined ? {} : { openNumber: openSymbol }),
        title: `Paper ${number.slice(5)}`,
        from: [SECRETARIAT],
        body: { type: 'doc', content: [paragraph('b1', words(`What ${number.slice(5)} says.`))] },
      },
      openSymbol === undefined ? 'TLP:AMBER' : 'TLP:GREEN',
    );
  });
}

export const WITHHELD = sampleId('placeholder');

function deepDive(): ReleasableRecord[] {
  const green = (id: string, ...content: JsonObject[]) => markedParagraph(id, 'TLP:GREEN', ...content);
  const text = (id: string, ...content: JsonObject[]) => paragraph(id, ...content);
  const content = [
    heading('h1', 'Situation'),
    green(
      'p1',
      words(
        'Karsenia has held three provincial elections since March 2026. Turnout was high, and two regional observer missions found the count broadly sound. In the eastern provinces of Dour and Hallin, however, the campaign turned on the standing of the Ashlen minority, about one ninth of the population.',
      ),
      footnote('National census of 2021, as published. The Secretariat has not verified the figure.'),
    ),
    text(
      'p2',
      words(
        'Between July and September the network received 61 reports on the two provinces, against 24 in the quarter before. Of these, 21 were graded B2 or better. The rise is not explained by wider reporting alone: over the same months the number of separate sources grew by four [R-0142 · B2].',
      ),
    ),
    text(
      'p3',
      words(
        'Three features recur in the graded reports: registers of households drawn up outside the civil registry [R-0138 · A2]; the closing of Ashlen-language radio in Hallin [R-0121 · B1]; and armed “order committees” at road crossings, first seen in June [R-0097 · C2].',
      ),
    ),
    heading('h2', 'What has changed since July'),
    text(
      'p4',
      words(
        'The registers now cover eleven of Dour’s nineteen communes, up from four. In two communes families reported that their doors had been marked after a list was read out in public [R-0151 · B2]. No other province shows this pattern.',
      ),
    ),
    green(
      'p5',
      words(
        'Humanitarian access has narrowed. Relief convoys reached Hallin town on nine days in September, compared with 21 in June, and monitors have been turned back at the Marren crossing since 4 September.',
      ),
      footnote('Access days are counted by the Secretariat from convoy logs shared by two relief organisations.'),
      words(' Table 1 gives the position by province.'),
    ),
    table(
      't1',
      'Reports received, and access for relief and monitors, by province, 2026',
      [
        ['Province', 'Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Best grade', 'Access, September'],
        ['Dour', '11', '14', '38', 'A2', 'In part'],
        ['Hallin', '7', '10', '23', 'B1', '9 days of 30'],
        ['Marren Coast', '4', '5', '6', 'C3', 'None since 4 September'],
        ['Capital district', '9', '8', '9', 'B3', 'Open'],
      ],
      ['left', 'right', 'right', 'right', 'center', 'left'],
    ),
    text(
      'p6',
      words(
        'Provincial officials have said twice in public that the registers serve a winter fuel allowance, but no such allowance appears in the provincial budget [R-0144 · A1]. The central government has neither endorsed nor disowned the practice.',
      ),
    ),
    text(
      'p7',
      words(
        'On 22 September the council of Hallin adopted an order allowing “temporary relocation” from a strip along the Marren road. The order names no end date and no place of return. It has not yet been applied [R-0155 · B2].',
      ),
    ),
    {
      type: 'portion',
      attrs: {
        id: 'w1',
        placeholder: WITHHELD,
        label: 'TLP:RED',
        lines: 11,
        readAt: 'the Registry on request of the head of delegation',
      },
    },
    heading('h3', 'Assessment'),
    text(
      'p9',
      words(
        'The Early Warning Cell judges it likely that the registers are meant to identify Ashlen households, and that some local authorities intend to use them to bring about departures before winter. Confidence is moderate: the best reports agree, but most come from Dour alone.',
      ),
    ),
    text(
      'p10',
      words(
        'Reporting rose faster than the number of sources. Reports graded B2 or better doubled in the third quarter.',
      ),
      footnote(
        'Grades follow CB/3/2: a letter for the reliability of the source, A to F; a number for the credibility of the information, 1 to 6.',
      ),
    ),
    text(
      'p11',
      words(
        'Three things would change this judgement: publication of the purpose of the registers; withdrawal of the relocation order; or a first case of its use. The Cell reports weekly against all three.',
      ),
    ),
    green(
      'p12',
      words(
        'Mitigating factors remain. The constitutional court has twice ruled for minority plaintiffs this year, the national mediator has been received in Dour, and the inter-faith council of Hallin continues to meet.',
      ),
    ),
    heading('h4', 'What the Board may do'),
    text(
      'p13',
      words(
        'The steps below can be taken together or one after another. Each has been checked with the two members that keep missions in Karsenia. Costs and leads are in CB/8/5.',
      ),
    ),
    text(
      'p14',
      words('Speak.', 'italic'),
      words(
        ' The Chair may convey the concern of the Board to the central government in private, ask for the purpose of the registers to be published, and offer the help of the network’s registry experts.',
      ),
    ),
    text(
      'p15',
      words('Prepare.', 'italic'),
      words(
        ' Members with missions may agree one list of contacts and one form of report, so that a first use of the relocation order would be known within a day. Avaria offers to hold the list.',
      ),
    ),
    green(
      'p16',
      words(
        'The Cell will issue its next report on Karsenia on 13 November 2026, or earlier if any of the events in paragraph 11 takes place.',
      ),
    ),
  ];
  return [
    aRecord('paper', 'paper CB/8/4', {
      meeting: sampleId('meeting'),
      number: 'CB/8/4',
      title: 'Deep-dive: Karsenia',
      type: 'deepDive',
      language: 'en',
      from: [sampleId('Early Warning Cell'), sampleId('Northmark')],
      issues: [
        { id: 'a', order: 'a0', name: 'Rev. 1', on: '2026-09-11' },
        { id: 'b', order: 'a1', name: 'Rev. 2', on: '2026-09-30' },
      ],
      asks: [
        { id: 'a', order: 'a0', text: 'to take note of the assessment in paragraphs 9 to 12;' },
        { id: 'b', order: 'a1', text: 'to decide whether Karsenia moves from the watch list to active follow-up;' },
        { id: 'c', order: 'a2', text: 'to ask the Chair to speak with the Karsenian authorities before 30 November.' },
      ],
      body: { type: 'doc', content },
    }),
  ];
}

/** The records of the sample, each time anew. */
export function printSample(): ReleasableRecord[] {
  return [...organisations(), ...meeting(), ...papers(), ...deepDive()];
}

/** A paper of the sample's meeting with this content, with everything that it stands among. */
export function aPaper(content: JsonObject[], body: JsonObject = {}, label: Label = 'TLP:AMBER'): ReleasableRecord[] {
  const made = {
    meeting: sampleId('meeting'),
    number: 'CB/8/20',
    title: 'A paper',
    body: { type: 'doc', content },
    ...body,
  };
  return [...printSample(), aRecord('paper', 'the paper', made, label)];
}

/** What may go to an audience, and the id that each record of the sample has in it. */
export function releaseFor(
  records: ReleasableRecord[],
  audience: Audience,
): { release: Release; idOf(name: string): RecordId } {
  const fresh = new Map<string, RecordId>();
  const mint = (record: string): RecordId => {
    const id = naturalId('fresh', record);
    fresh.set(record, id);
    return id;
  };
  const circle = circleOf(records);
  const made = release({ records }, audience, { at: '2026-10-02T08:00Z', circle, mint });
  return { release: made.release, idOf: (name) => fresh.get(sampleId(name)) ?? sampleId(name) };
}
