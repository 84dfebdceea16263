import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  accessLevels,
  canonicalPrincipalRef,
  canonicalRef,
} from 'backstage-plugin-dataset-access-common';
import { Duration } from 'luxon';
import { z } from 'zod';
import { readCriterion } from '../policies/PolicyDraftReader';
import { accessTime, duration, entityRef, predicate } from './configValues';

/** Datasets are APIs and Resources of type `dataset`: Spotify Portal uses the first, most catalogs the second (F3). */
const DATASETS: FilterPredicate = {
  $any: [
    { kind: 'API', 'spec.type': 'dataset' },
    { kind: 'Resource', 'spec.type': 'dataset' },
  ],
};

const namespace = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,62}$/, 'expected the name of a namespace');
const metadataKey = z.string().min(1).max(253);
const principals = z.array(
  entityRef(canonicalPrincipalRef, 'group:default/data-stewards'),
);
const level = z.enum(accessLevels);
const minLength = z.int().min(0).max(1000);
const maxLength = z.int().min(1).max(10_000);

const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected an id such as data-steward');

/** A privilege that only this portal knows, to be given by policies and asked for by its own code. */
const ownPrivilege = z.strictObject({
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9._-]{0,99}$/,
      'expected a name such as shop.orders.export',
    ),
  title: z.string().min(1).max(100),
  description: z.string().max(500).default(''),
  type: z.enum(['platform', 'metadata']),
  permissions: z.array(z.string().min(1)).default([]),
});

/** Who takes a step towards an approval: exactly one of the three. */
const approvalStep = z
  .strictObject({
    by: z.enum(['approvers', 'owner', 'domain-owner']).optional(),
    responsibility: identifier.optional(),
    principals: principals.min(1).optional(),
    title: z.string().min(1).max(100).optional(),
    needed: z.int().min(1).max(10).default(1),
  })
  .refine(
    ({ by, responsibility, principals: named }) =>
      [by, responsibility, named].filter(Boolean).length === 1,
    { message: 'expected exactly one of by, responsibility and principals' },
  );

/** What can differ by domain and dataset. */
const requestSettings = {
  levels: z.array(level).min(1),
  defaultLevel: level,
  durations: z.array(duration),
  defaultDuration: duration,
  maxDuration: duration,
  indefiniteAllowed: z.boolean(),
  pendingLifetime: duration,
  reminders: z.array(duration),
  escalateAfter: duration,
  selfApproval: z.enum(['deny', 'allow-and-record']),
  denialNeedsComment: z.boolean(),
};
const approverSettings = {
  ownerMayAlsoDecide: z.boolean(),
  escalation: principals,
  requiredPrivileges: z.array(z.string().min(1)),
  steps: z.array(approvalStep).min(1).max(5),
};

/** Datasets, in the words of policies. */
const datasetCriterion = z
  .strictObject({
    field: z.enum(['type', 'entity', 'domain', 'tag', 'label', 'owner']),
    operator: z.enum(['equals', 'starts-with']).default('equals'),
    values: z.array(z.string().min(1)).min(1),
  })
  .superRefine((criterion, context) => {
    try {
      readCriterion(criterion);
    } catch (error) {
      context.addIssue({
        code: 'custom',
        path: ['values'],
        message: (error as Error).message,
      });
    }
  });

/** A standing decision: what is approved without a person deciding each time. */
const preApproval = z
  .strictObject({
    name: identifier,
    title: z.string().min(1).max(100).optional(),
    beneficiaries: z.union([z.literal('everyone'), principals.min(1)], {
      error: 'expected a list of users and groups, or everyone',
    }),
    datasets: z.array(datasetCriterion).default([]),
    maxLevel: level.default('read-only'),
    maxDuration: accessTime.optional(),
    indefinite: z.boolean().default(false),
  })
  .refine(
    ({ maxDuration, indefinite }) => Boolean(maxDuration) !== indefinite,
    {
      path: ['maxDuration'],
      message:
        'expected how long access may last at most, or instead of it indefinite: true',
    },
  );

/** What single values cannot show: settings that leave nothing to ask for. */
function mustFitTogether(
  requests: {
    reason: { minLength: number; maxLength: number };
    levels: string[];
    defaultLevel: string;
  },
  context: z.RefinementCtx,
): void {
  const { reason, levels, defaultLevel } = requests;
  if (reason.minLength > reason.maxLength) {
    context.addIssue({
      code: 'custom',
      path: ['reason', 'minLength'],
      message: `expected at most maxLength (${reason.maxLength}), got ${reason.minLength}`,
    });
  }
  if (!levels.includes(defaultLevel)) {
    context.addIssue({
      code: 'custom',
      path: ['defaultLevel'],
      message: `expected one of levels (${levels.join(
        ', ',
      )}), got "${defaultLevel}"`,
    });
  }
}

const override = z
  .strictObject({
    domain: entityRef(
      name => canonicalRef(name.includes(':') ? name : `domain:${name}`),
      'domain:default/finance',
    ).optional(),
    dataset: entityRef(canonicalRef, 'resource:default/orders').optional(),
    requests: z
      .strictObject({
        ...requestSettings,
        reason: z.strictObject({ minLength, maxLength }).partial(),
      })
      .partial()
      .default({}),
    approvers: z.strictObject(approverSettings).partial().default({}),
  })
  .refine(entry => Boolean(entry.domain) !== Boolean(entry.dataset), {
    message: 'expected exactly one of domain and dataset',
  });

/** The shape and the defaults of `datasetAccess` in app-config. `config.d.ts` documents it; a test keeps the two together. */
export const configSchema = z.strictObject({
  dataset: z
    .strictObject({
      filter: predicate.default(DATASETS),
      registryFilter: predicate.optional(),
      sourceAnnotation: metadataKey.default('data-registry/source'),
      domainLabel: metadataKey.default('data-registry/domain'),
      visibilityLabel: metadataKey.default('data-registry/visibility'),
      visibility: z.enum(['discoverable', 'hidden']).default('discoverable'),
    })
    .prefault({}),
  approvers: z
    .strictObject({
      overrideLabel: metadataKey.default('data-registry/override-approver'),
      overrideAnnotation: metadataKey.default(
        'data-registry/override-approver',
      ),
      groupNamespace: namespace.default('default'),
      userNamespace: namespace.default('default'),
      overrideFallback: z.enum(['owner', 'none']).default('owner'),
      maxMembers: z.int().min(1).max(100_000).default(5_000),
      ownerMayAlsoDecide: approverSettings.ownerMayAlsoDecide.default(false),
      escalation: approverSettings.escalation.default([]),
      requiredPrivileges: approverSettings.requiredPrivileges.default([]),
      steps: approverSettings.steps.prefault([{ by: 'approvers' }]),
    })
    .prefault({}),
  requests: z
    .strictObject({
      disablingLabel: metadataKey.default('data-registry/access-requests'),
      disablingValues: z.array(z.string()).min(1).default(['disabled']),
      enablingValues: z.array(z.string()).default(['enabled']),
      maxBeneficiaries: z.int().min(1).max(100).default(50),
      maxOpenPerRequester: z.int().min(1).default(200),
      missingGrace: duration.default('PT1H'),
      reason: z
        .strictObject({
          minLength: minLength.default(10),
          maxLength: maxLength.default(2_000),
        })
        .prefault({}),
      levels: requestSettings.levels.default([...accessLevels]),
      defaultLevel: requestSettings.defaultLevel.default('read-only'),
      durations: requestSettings.durations.default([
        'P7D',
        'P30D',
        'P90D',
        'P1Y',
      ]),
      defaultDuration: requestSettings.defaultDuration.default('P90D'),
      maxDuration: requestSettings.maxDuration.optional(),
      indefiniteAllowed: requestSettings.indefiniteAllowed.default(true),
      pendingLifetime: requestSettings.pendingLifetime.default('P30D'),
      reminders: requestSettings.reminders.default(['P2D', 'P7D']),
      escalateAfter: requestSettings.escalateAfter.optional(),
      selfApproval: requestSettings.selfApproval.default('deny'),
      denialNeedsComment: requestSettings.denialNeedsComment.default(false),
    })
    .prefault({})
    .superRefine(mustFitTogether),
  domains: z
    .strictObject({
      snapshotLabel: metadataKey.default('data-registry/snapshot-only'),
      tagBasedLabel: metadataKey.default('data-registry/tag-based-access'),
      groupLevelLabel: metadataKey.default('data-registry/group-access'),
      groupLevel: level.default('read-only'),
      managers: z.enum(['owners', 'owners-and-editors']).default('owners'),
    })
    .prefault({}),
  superusers: principals.default([]),
  notifications: z
    .strictObject({
      enabled: z.boolean().default(true),
      pagePath: z
        .string()
        .regex(/^\/[\w\-/]*[\w-]$/, 'expected a path such as /dataset-access')
        .default('/dataset-access'),
    })
    .prefault({}),
  overrides: z.array(override).default([]),
  preApprovals: z
    .array(preApproval)
    .default([])
    .superRefine((rules, context) => {
      rules.forEach(({ name }, index) => {
        if (rules.findIndex(rule => rule.name === name) < index) {
          context.addIssue({
            code: 'custom',
            path: [index, 'name'],
            message: `there is another rule with the name "${name}"`,
          });
        }
      });
    }),
  emergency: z
    .strictObject({
      enabled: z.boolean().default(false),
      allowed: principals.default([]),
      maxDuration: accessTime.default('PT1H'),
      maxLevel: level.default('read-only'),
      disablingLabel: metadataKey.default('data-registry/emergency-access'),
      reviewOverdueAfter: duration.default('P1D'),
    })
    .prefault({})
    .superRefine(({ maxDuration }, context) => {
      if (Duration.fromISO(maxDuration).as('hours') > 24) {
        context.addIssue({
          code: 'custom',
          path: ['maxDuration'],
          message: `expected at most PT24H, got ${maxDuration}`,
        });
      }
    }),
  roles: z.strictObject({ default: identifier.optional() }).prefault({}),
  responsibilities: z
    .strictObject({
      roles: z
        .array(
          z.strictObject({ id: identifier, title: z.string().min(1).max(100) }),
        )
        .default([
          { id: 'data-product-owner', title: 'Data product owner' },
          { id: 'data-steward', title: 'Data steward' },
          { id: 'technical-contact', title: 'Technical contact' },
        ]),
    })
    .prefault({}),
  privileges: z.array(ownPrivilege).default([]),
  policyFiles: z.array(z.string().min(1)).default([]),
  // read by the permission module, and here only to be known
  permissionPolicy: z
    .strictObject({ enforced: z.array(z.string().min(1)).default([]) })
    .prefault({}),
  decisions: z
    .strictObject({
      pollEvery: duration.default('PT0.5S'),
      staleAfter: duration.default('PT10S'),
      catalogEvery: duration.default('PT1M'),
      catalogStaleAfter: duration.default('PT10M'),
      listen: z.boolean().default(true),
    })
    .prefault({}),
  history: z
    .strictObject({ eraseTextsAfter: duration.optional() })
    .prefault({}),
  grants: z
    .strictObject({
      reminders: z.array(duration).default(['P7D', 'P1D']),
      tasksOverdueAfter: duration.default('P2D'),
    })
    .prefault({}),
  reviews: z
    .strictObject({
      reminders: z.array(duration).default(['P7D', 'P1D']),
      revokeNeedsComment: z.boolean().default(false),
    })
    .prefault({}),
  // each connector reads and validates its own
  connectors: z.record(z.string(), z.unknown()).optional(),
  drift: z
    .strictObject({
      compareEvery: duration.default('PT15M'),
      onDifference: z.enum(['report', 'repair']).default('report'),
    })
    .prefault({}),
  workers: z
    .strictObject({
      dueEvery: duration.default('PT1M'),
      followCatalogEvery: duration.default('PT2M'),
      outboxEvery: duration.default('PT5S'),
      outboxLease: duration.default('PT15S'),
      sourceRetryEvery: duration.default('PT30S'),
    })
    .prefault({}),
});
