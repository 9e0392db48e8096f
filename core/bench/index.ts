import { audit300Pages } from './audit300pages.ts';
import type { BenchResult } from './benchResult.ts';
import { deltaOneChange } from './deltaOneChange.ts';
import { dossier60Papers } from './dossier60Papers.ts';
import { dossierOneChange } from './dossierOneChange.ts';
import { import10k } from './import10k.ts';
import { open1Gib } from './open1gib.ts';
import { openPaper, typeLatency } from './paper10k.ts';
import { pdf300Pages } from './pdf300pages.ts';
import { apply10k, preview10k } from './receive10k.ts';
import { register50k } from './register50k.ts';
import { release60Papers } from './release60Papers.ts';
import { seal1Gib } from './seal1gib.ts';
import { search50k } from './search50k.ts';
import { start50k } from './start50k.ts';
import { timetable200 } from './timetable200.ts';

/** The named measures. Each measures ours and a named peer in the same run, and gives the median of at least three. */
export const BENCHES: Readonly<Record<string, () => Promise<BenchResult>>> = {
  'seal-1gib': seal1Gib,
  'open-1gib': open1Gib,
  'pdf-300-pages': pdf300Pages,
  'audit-300-pages': audit300Pages,
  'search-50k': search50k,
  'import-10k': import10k,
  'preview-10k': preview10k,
  'apply-10k': apply10k,
  'delta-one-change': deltaOneChange,
  'release-60-papers': release60Papers,
  'dossier-60-papers': dossier60Papers,
  'dossier-one-change': dossierOneChange,
  'start-50k': start50k,
  'register-50k': register50k,
  'type-latency': typeLatency,
  'open-paper': openPaper,
  'timetable-200': timetable200,
};
