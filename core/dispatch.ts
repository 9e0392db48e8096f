import { callNamed, type Handlers } from '../contract/api.ts';
import type { Answer } from '../contract/call.ts';
import { AmberdeskError, sentenceOf } from '../domain/errors.ts';
import { codedError } from './codedError.ts';

/** One line of the log: names, durations and codes, never inputs. */
export interface CallRecord {
  readonly call: string;
  readonly milliseconds: number;
  readonly code: string;
}

export type Dispatch = (name: string, input: unknown) => Promise<Answer>;

/**
 * Turns the handlers into the one function that every transport calls: parses the input, runs the handler, parses the
 * output, and answers with a value or a coded error. It never rejects. `explain` may know better what an error means.
 */
export function createDispatch<Context>(
  handlers: Handlers<Context>,
  context: Context,
  log: (record: CallRecord) => void,
  explain: (error: AmberdeskError) => AmberdeskError = (error) => error,
): Dispatch {
  const byFeature: Readonly<Record<string, Readonly<Record<string, unknown>>>> = handlers;

  async function answer(name: string, input: unknown): Promise<Answer> {
    const shape = callNamed(name);
    const [feature = '', call = ''] = name.split('.');
    const handler = byFeature[feature]?.[call];
    if (shape === undefined || typeof handler !== 'function') return refusal(new AmberdeskError('call.unknown', name));
    const parsed = shape.input.safeParse(input);
    if (!parsed.success) return refusal(new AmberdeskError('input.invalid', issuesOf(parsed.error.issues)));
    try {
      return { ok: true, value: shape.output.parse(await handler(parsed.data, context)) };
    } catch (error) {
      return refusal(explain(codedError(error)));
    }
  }

  return async (name, input) => {
    const started = performance.now();
    const result = await answer(name, input);
    log({
      call: callNamed(name) === undefined ? 'unknown' : name,
      milliseconds: Math.round(performance.now() - started),
      code: result.ok ? 'ok' : result.error.code,
    });
    return result;
  };
}

function refusal(error: AmberdeskError): Answer {
  return { ok: false, error: { code: error.code, message: sentenceOf(error.code, 'en'), details: error.details } };
}

/** Where the input did not fit, without the input itself. */
function issuesOf(issues: readonly { path: PropertyKey[]; code: string }[]): string[] {
  return issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`);
}
