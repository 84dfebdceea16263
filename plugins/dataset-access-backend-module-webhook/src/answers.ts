import type { JsonObject } from '@backstage/types';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import type {
  ConnectorProblemCode,
  SourceHolding,
  SourceLocation,
  SourceStep,
} from 'backstage-plugin-dataset-access-node';
import { z } from 'zod';

/** A target is recorded with every grant; with the name of the endpoint it stays within what the contract allows. */
const MOST_TARGET_CHARACTERS = 8_192;

const target = z
  .record(z.string(), z.json())
  .refine(value => JSON.stringify(value).length <= MOST_TARGET_CHARACTERS)
  .transform(value => value as JsonObject);
const words = z.string().trim().min(1).max(2_000);

/** What `locate` is answered with. */
export const locationAnswer: z.ZodType<SourceLocation> = z.object({
  target,
  holder: words,
  objects: words,
});

/** What `plan`, `apply` and `revoke` are answered with. */
export const stepsAnswer: z.ZodType<{ steps: SourceStep[] }> = z.object({
  steps: z.array(
    z.object({ effect: z.enum(['grant', 'revoke']), text: words }),
  ),
});

/** What `read` is answered with. */
export const holdingsAnswer: z.ZodType<{ holdings: SourceHolding[] }> =
  z.object({
    holdings: z.array(
      z.object({
        target,
        holder: words,
        privileges: z
          .array(words)
          .min(1)
          .transform(all => [...new Set(all)].sort()),
        level: z.enum(accessLevels).optional(),
        ours: z.boolean(),
      }),
    ),
  });

const codes = [
  'SOURCE_UNAVAILABLE',
  'NOT_PERMITTED',
  'TARGET_MISSING',
  'SUBJECT_MISSING',
  'BAD_IDENTIFIER',
  'LEVEL_NOT_SUPPORTED',
  'MISCONFIGURED',
] as const satisfies readonly ConnectorProblemCode[];

/** What is answered when it cannot be done. */
export const problemAnswer = z.object({
  problem: z.object({
    code: z.enum(codes),
    message: z.string().trim().min(1).max(500),
  }),
});
