import { LimitIndex, limitInput } from './LimitIndex.mjs';

/** The bare index asked with three texts, as ours is. */
export async function makeEngine({ world, closures }) {
  const text = JSON.stringify(limitInput(world, closures));
  let index;
  return {
    parse: () => JSON.parse(text),
    load(parsed) {
      index = new LimitIndex(parsed);
    },
    makesReady: true,
    prepare: request => request,
    decide: ({ user, privilege, dataset }) =>
      index.check(user, privilege, dataset),
    cool() {},
    decideCold: ({ user, privilege, dataset }) =>
      index.checkIn(index.warm(user), privilege, dataset),
    warm: user => index.warm(user),
    decideIn: (table, { privilege, dataset }) =>
      index.checkIn(table, privilege, dataset),
  };
}
