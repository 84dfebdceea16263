import {
  DatasetAccessError,
  Emergency,
  EmergencyOffer,
  EmergencyPage,
  EmergencyQuery,
  EmergencyReviewDraft,
  EmergencyWish,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { EmergencyApi } from './portalApis';
import { aGrant, daysFromNow, orders } from './requests';
import { ANA } from './people';

export const OFFER: EmergencyOffer = {
  verdict: { allowed: true },
  levels: ['read-only'],
  maxDuration: 'PT2H',
};

/** Access to the orders that Ana took yesterday, and that is to be reviewed. */
export function anEmergency(facts: Partial<Emergency> = {}): Emergency {
  return {
    id: 'emergency-1',
    user: ANA,
    dataset: orders,
    level: 'read-only',
    duration: 'PT1H',
    reason: 'Orders are lost in production',
    takenAt: daysFromNow(-1),
    state: 'open',
    overdue: false,
    can: { review: { allowed: true } },
    ...facts,
  };
}

/** Emergency access as one person meets it, in memory. */
export class MemoryEmergencies implements EmergencyApi {
  readonly keys: Array<string | undefined> = [];
  readonly wishes: EmergencyWish[] = [];
  /** What makes it real. */
  connector = 'manual';

  constructor(readonly me: string, readonly emergencies: Emergency[] = []) {}

  async takeEmergencyAccess(
    dataset: string,
    wish: EmergencyWish,
    options?: { idempotencyKey?: string },
  ): Promise<Emergency> {
    if (dataset !== orders.ref) {
      throw new DatasetAccessError('DATASET_NOT_FOUND');
    }
    this.wishes.push(wish);
    this.keys.push(options?.idempotencyKey);
    const { connector } = this;
    const state =
      connector === 'manual' ? 'awaiting-provisioning' : 'provisioning';
    const taken = anEmergency({
      ...wish,
      user: this.me,
      takenAt: daysFromNow(0),
      grant: aGrant({ connector, state }),
      can: { review: toVerdict('EMERGENCY_OWN_REVIEW') },
    });
    this.emergencies.push(taken);
    return taken;
  }

  async listEmergencies({
    view,
    state,
  }: EmergencyQuery): Promise<EmergencyPage> {
    return {
      items: this.emergencies.filter(
        one =>
          (!state || one.state === state) &&
          (view !== 'review' || one.user !== this.me),
      ),
    };
  }

  async reviewEmergency(
    id: string,
    { verdict, comment }: EmergencyReviewDraft,
  ): Promise<Emergency> {
    const index = this.emergencies.findIndex(one => one.id === id);
    const reviewed: Emergency = {
      ...this.emergencies[index],
      state: 'done',
      review: { by: this.me, at: daysFromNow(0), verdict, comment },
      can: { review: toVerdict('EMERGENCY_REVIEWED') },
    };
    this.emergencies[index] = reviewed;
    return reviewed;
  }
}
