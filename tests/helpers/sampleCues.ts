import type { JsonObject } from '../../domain/records/json.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { aRecord, sampleId } from './printSample.ts';

/** What the chair of the sample's meeting says and does on its second day. */
export function sampleCues(): ReleasableRecord[] {
  const cue = (record: string, moment: string, said: JsonObject) =>
    aRecord('cue', `cue ${record} ${moment}`, {
      meeting: sampleId('meeting'),
      record: sampleId(record),
      moment,
      organisation: sampleId('Secretariat'),
      ...said,
    });
  const during = (title: string, said: JsonObject) => cue(`item ${title}`, 'during', said);
  return [
    cue('open', 'before', {
      minutes: 10,
      act: 'No closed paper on any desk. Circle of Mediators on the link (04:20 their time). Interpreters ready.',
    }),
    during('Welcome to organisations', {
      say: 'This part of our meeting is open. Please refer to no closed paper and to no closed session.',
      act: 'Name the three organisations. State the handling: TLP:GREEN.',
    }),
    during('Protection of minorities at election time: briefing by invited organisations', {
      say: 'Three briefings of twelve minutes, then the floor. May I ask speakers to name no person and no place.',
      act: 'Harbour Legal Observatory, Corvane Institute, Circle of Mediators. Open the floor at 10:21; Tessaly Union speaks first.',
      late: 'Close the list of speakers at 10:40. Stop at 11:00.',
    }),
    during('National mechanisms: what members have learned', {
      act: 'Lowmere ten minutes, Velland ten minutes, then Orrin Isles by link (19:20 their time).',
      late: 'Give back ten minutes here, none under item 12.',
    }),
    during('Questions from organisations', { act: 'Co-Chair presides. One question each, one answer each.' }),
    cue('open', 'after', {
      minutes: 15,
      say: 'I thank our guests. The open session is closed; we resume at two o’clock among members only.',
      act: 'Guests leave. Hall cleared and checked. Link code changed. Registry hands back closed papers at 13:45.',
    }),
    during('Karsenia: decision, public line', {
      say: 'May I take it that the Board agrees to move Karsenia to active follow-up, in the words of CB/8/12?',
      act: 'Pause. If no objection, say “It is so decided” and read the text once.',
    }),
  ];
}
