import type { components } from '../client/api.gen';
import { errorCodes } from '../errors/errorCodes';
import type { Refusal } from './requestVerdict';

/**
 * Whether somebody may do something, and when not, why, as screens show it.
 *
 * @public
 */
export type Verdict = components['schemas']['Verdict'];

/**
 * A refusal with the sentence that goes with it.
 *
 * @public
 */
export function toVerdict(refusal: Refusal): Verdict {
  return refusal
    ? { allowed: false, code: refusal, message: errorCodes[refusal].message }
    : { allowed: true };
}
