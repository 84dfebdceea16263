import { makeEngine as makeOurs } from './ours.mjs';

/** Our engine for a caller that keeps the view of the one who asks, as one keeps an Ability of CASL. */
export async function makeEngine(surroundings) {
  const ours = await makeOurs(surroundings);
  return {
    parse: ours.parse,
    load: ours.load,
    makesReady: true,
    prepare: request => ({ view: ours.index().view(request.user), request }),
    decide({ view, request: { privilege, dataset } }, at) {
      return ours.index().checkIn(view, privilege, dataset, at);
    },
  };
}
