import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  canonicalPrincipalRef,
  ResolutionStep,
} from 'backstage-plugin-dataset-access-common';
import type {
  ApproverResolution,
  ApproverResolver,
  ApproverSettings,
  Directory,
} from 'backstage-plugin-dataset-access-node';
import type { DatasetAccessConfig } from '../config/readConfig';
import {
  ApproverCandidate,
  CandidateOutcome,
  tryCandidate,
} from './approverCandidates';
import { resolutionWarnings } from './resolutionWarnings';

/**
 * The shipped resolution (design §3, S0.14 to S0.18):
 *
 * 1. the override annotation: a full entity ref, for names outside the configured namespaces
 * 2. the override label: a bare name, tried as a Group, then as a User, in one configured namespace each
 * 3. the owners in the `ownedBy` relations
 *
 * The first override that is reachable decides, in place of the owners unless `ownerMayAlsoDecide` is set. When no
 * override is reachable, the owners decide and a warning says so, unless `overrideFallback` is `none`.
 */
export class OverrideOwnerResolver implements ApproverResolver {
  readonly #config: DatasetAccessConfig['approvers'];

  constructor({ approvers }: DatasetAccessConfig) {
    this.#config = approvers;
  }

  async resolve(
    dataset: Entity,
    directory: Directory,
    settings: ApproverSettings,
  ): Promise<ApproverResolution> {
    const candidates = [
      // a domain is decided on by its owners, whatever else it says
      ...(dataset.kind.toLocaleLowerCase('en-US') === 'domain'
        ? []
        : this.#overrideCandidates(dataset)),
      ...ownerCandidates(dataset),
    ];
    const outcomes = await Promise.all(
      candidates.map(candidate =>
        tryCandidate(candidate, directory, this.#config.maxMembers),
      ),
    );
    const steps = candidates.map((candidate, index) => ({
      ...candidate,
      outcome: outcomes[index],
    }));
    const isChosen = this.#choose(steps, settings);
    const trail = steps.map(({ via, tried, outcome }, index) => {
      const ifReachable: ResolutionStep['outcome'] = isChosen[index]
        ? 'chosen'
        : 'not-needed';
      return {
        via,
        tried,
        outcome: outcome === 'reachable' ? ifReachable : outcome,
      };
    });
    return {
      approvers: unique(
        steps.flatMap(({ ref, via }, index) =>
          ref && isChosen[index] ? [{ ref, via }] : [],
        ),
      ),
      trail,
      warnings: resolutionWarnings(trail),
    };
  }

  #choose(
    steps: Array<ApproverCandidate & { outcome: CandidateOutcome }>,
    { ownerMayAlsoDecide }: ApproverSettings,
  ): boolean[] {
    const { overrideFallback } = this.#config;
    const hasOverride = steps.some(({ via }) => via !== 'owner');
    const override = steps.findIndex(
      ({ via, outcome }) => via !== 'owner' && outcome === 'reachable',
    );
    const ownersDecide =
      override >= 0
        ? ownerMayAlsoDecide
        : !hasOverride || overrideFallback === 'owner';
    return steps.map(
      ({ via, outcome }, index) =>
        outcome === 'reachable' &&
        (via === 'owner' ? ownersDecide : index === override),
    );
  }

  #overrideCandidates({ metadata }: Entity): ApproverCandidate[] {
    const { overrideAnnotation, overrideLabel } = this.#config;
    const { groupNamespace, userNamespace } = this.#config;
    const candidates: ApproverCandidate[] = [];
    const annotated = metadata.annotations?.[overrideAnnotation]?.trim();
    if (annotated) {
      candidates.push(namedCandidate('override-annotation', annotated));
    }
    // Label values cannot hold ':' or '/', hence a bare name; '' is a legal value and counts as absent (P-01)
    const name = metadata.labels?.[overrideLabel]?.trim();
    if (name) {
      candidates.push(
        namedCandidate('override-group', `group:${groupNamespace}/${name}`),
        namedCandidate('override-user', `user:${userNamespace}/${name}`),
      );
    }
    return candidates;
  }
}

function ownerCandidates({ relations = [] }: Entity): ApproverCandidate[] {
  return relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => ({
      via: 'owner',
      tried: targetRef,
      ref: targetRef,
    }));
}

function namedCandidate(
  via: ApproverCandidate['via'],
  text: string,
): ApproverCandidate {
  try {
    const ref = canonicalPrincipalRef(text);
    return { via, tried: ref, ref };
  } catch {
    return { via, tried: text };
  }
}

function unique<T extends { ref: string }>(approvers: T[]): T[] {
  const refs = approvers.map(({ ref }) => ref);
  return approvers.filter(({ ref }, index) => refs.indexOf(ref) === index);
}
