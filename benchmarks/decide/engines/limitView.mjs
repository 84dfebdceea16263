import { makeEngine as makeLimit } from './limit.mjs';

/** The bare index for a caller that keeps the user's table, as one keeps an Ability of CASL. */
export async function makeEngine(surroundings) {
  const limit = await makeLimit(surroundings);
  const tables = new Map();
  return {
    parse: limit.parse,
    load: limit.load,
    prepare(request) {
      const { user } = request;
      if (!tables.has(user)) tables.set(user, limit.warm(user));
      return { table: tables.get(user), request };
    },
    decide: ({ table, request }) => limit.decideIn(table, request),
  };
}
