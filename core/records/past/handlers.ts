import type { HandlersOf } from '../../../contract/api.ts';
import type { pastCalls } from '../../../contract/records/past.ts';
import type { Application } from '../../application.ts';
import { readVersion } from '../historyOf.ts';
import { readFieldChanges } from './fieldChanges.ts';
import { readStory } from './story.ts';
import { versionSteps } from './versions.ts';

const USUAL = 200;

export const pastHandlers: HandlersOf<typeof pastCalls, Application> = {
  versions: ({ id, limit }, application) =>
    versionSteps(application.session().vault, id)
      .take(limit ?? USUAL)
      .map(({ version, shared, at, author, seat, who, fields }) => ({
        version,
        shared,
        at,
        who,
        fields: [...fields],
        ...(author ? { author } : {}),
        ...(seat ? { seat } : {}),
      }))
      .toArray(),
  version: ({ id, version }, application) => readVersion(application.session().vault, id, version),
  fieldChanges: ({ id }, application) => readFieldChanges(application.session().vault, id),
  story: ({ id, limit }, application) => readStory(application.session().vault, id, limit),
};
