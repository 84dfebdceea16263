import type { SourceTarget } from 'backstage-plugin-dataset-access-node';
import { z } from 'zod';

const oid = z.int().min(0).max(0xffff_ffff);

const targetSchema = z.object({
  source: z.string(),
  database: oid,
  role: oid,
  schemas: z.array(z.object({ oid, objects: z.array(oid) })),
});

/**
 * Where access is given: the ids that PostgreSQL has for the database, the role, the schemas and the tables and views in
 * them. A restored database has others, so that an old target does not mean something else there.
 */
export type PostgresTarget = z.output<typeof targetSchema>;

/**
 * A target for some objects, in one order of ids, so that the same objects make the same JSON.
 *
 * @param objects - with the schemas that they are in
 */
export function toTarget(
  place: Pick<PostgresTarget, 'source' | 'database' | 'role'>,
  objects: Iterable<{ id: number; schema: number }>,
): PostgresTarget {
  const bySchema = new Map<number, number[]>();
  for (const { id, schema } of objects) {
    bySchema.set(schema, [...(bySchema.get(schema) ?? []), id]);
  }
  return {
    source: place.source,
    database: place.database,
    role: place.role,
    schemas: [...bySchema]
      .sort(([a], [b]) => a - b)
      .map(([schema, ids]) => ({
        oid: schema,
        objects: ids.sort((a, b) => a - b),
      })),
  };
}

/** Reads a target that was recorded. @throws Error when it is none of this connector's */
export function parseTarget(target: SourceTarget): PostgresTarget {
  const parsed = targetSchema.safeParse(target);
  if (!parsed.success) {
    throw new Error('This is not a target of the PostgreSQL connector');
  }
  return parsed.data;
}

/** The ids of all tables and views of some targets. */
export function objectsOf(targets: readonly PostgresTarget[]): number[] {
  return [
    ...new Set(
      targets.flatMap(({ schemas }) => schemas.flatMap(one => one.objects)),
    ),
  ];
}

/** The ids of all schemas of some targets. */
export function schemasOf(targets: readonly PostgresTarget[]): number[] {
  return [
    ...new Set(targets.flatMap(({ schemas }) => schemas.map(one => one.oid))),
  ];
}
