import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';

/**
 * Where access is given in a source: for a database, ids of the tables and of the role. Plain JSON, at most a few kilobytes,
 * that means the same at any later time: ids rather than names, so that what was given is found again after something
 * was renamed. Two targets are the same when their JSON is equal key by key. No secrets.
 *
 * @public
 */
export type SourceTarget = JsonObject;

/**
 * A target with words for people.
 *
 * @public
 */
export interface SourceLocation {
  target: SourceTarget;
  /** The holder in the source, such as the name of a database role. */
  holder: string;
  /** What it is on, such as `sales.orders, sales.order_lines`. */
  objects: string;
}

/**
 * A level at a target.
 *
 * @public
 */
export interface SourceEntitlement {
  target: SourceTarget;
  level: AccessLevel;
}

/**
 * How things should be for one subject on one dataset. It says what is to be true and not what is to be done, so carrying it
 * out twice, or after half of it was done, ends the same.
 *
 * @public
 */
export interface SourceOrder {
  /** Exactly this, as far as the connector gives it. Absent: nothing. */
  wanted?: SourceEntitlement;
  /** Where something may have been given before, by the wanted target or others; what is not wanted goes. */
  former: SourceTarget[];
  /**
   * What the same subject has through this connector on other datasets, and keeps. Two datasets may share a table, and
   * tables share a schema: what one loses the other must not.
   */
  others: SourceEntitlement[];
  /** Which wish this carries out; absent in a preview. */
  wish?: SourceWish;
}

/**
 * A wish that an order carries out. An order that is tried again has the same one, and what is wanted later has another; so
 * a source that hears of the same one twice knows that it may have done it already.
 *
 * @public
 */
export interface SourceWish {
  /** Of what is wished for; the same for all wishes of one subject on one dataset. */
  id: string;
  /** Grows with every wish of that id. Orders of a wish may differ, when the world did while it was tried. */
  revision: number;
}

/**
 * Something that a connector does, or would do, in words that an operator can read and repeat: for a database the statement.
 *
 * @public
 */
export interface SourceStep {
  effect: 'grant' | 'revoke';
  text: string;
}

/**
 * Somebody who has something on a dataset, according to the source.
 *
 * @public
 */
export interface SourceHolding {
  /** Where this connector would take it back; also for holders that no order named. */
  target: SourceTarget;
  /** Name in the source. */
  holder: string;
  /** In the words of the source, sorted: `INSERT`, `SELECT`. */
  privileges: string[];
  /** The highest level that they amount to; absent when they amount to none. */
  level?: AccessLevel;
  /** Whether this connector gave it. What others gave is never touched. */
  ours: boolean;
}

/**
 * What a connector can do.
 *
 * @public
 */
export interface ConnectorCapabilities {
  /** The levels that it can give. Others are refused when they are asked for. */
  levels: readonly AccessLevel[];
  /** Whether access can be limited to some columns. */
  columnLists: boolean;
  /** Whether the source itself ends access at an instant; without it, access there ends when the connector takes it back. */
  expiryInSource: boolean;
}

/**
 * Makes access real in a source of data (design §4). All methods are idempotent, safe to run again after a crash at any point,
 * and throw {@link ConnectorProblem} for what an operator can mend; anything else that they throw is treated as a fault that
 * may pass. Orders of one subject are carried out one at a time; those of different subjects may run side by side, also in
 * several processes.
 *
 * @public
 */
export interface SourceConnector {
  /** Lower-case letters, digits and dashes; recorded with every grant. Not `manual`. */
  readonly id: string;
  /** What people call it, such as `PostgreSQL`. */
  readonly title: string;
  readonly capabilities: ConnectorCapabilities;

  /** Whether it is for a dataset. Decided by the entity alone, at once, without asking the source. */
  serves(dataset: Entity): boolean;

  /**
   * Finds where the dataset and the subject are in the source, now. Changes nothing.
   *
   * @param subject - a User or Group
   * @throws ConnectorProblem `TARGET_MISSING`, `SUBJECT_MISSING`, `BAD_IDENTIFIER`, `SOURCE_UNAVAILABLE`
   */
  locate(dataset: Entity, subject: Entity): Promise<SourceLocation>;

  /** What {@link SourceConnector.apply} would do now; empty when everything is as ordered. Changes nothing. */
  plan(order: SourceOrder): Promise<SourceStep[]>;

  /**
   * Carries an order out, all of it or nothing. What no longer exists needs not be taken back.
   *
   * @returns what was done; empty when everything was as ordered
   */
  apply(order: SourceOrder): Promise<SourceStep[]>;

  /**
   * Takes back everything that this connector gave at some targets, except what `others` keep. Does not need the catalog.
   *
   * @returns what was done
   */
  revoke(
    order: Pick<SourceOrder, 'former' | 'others' | 'wish'>,
  ): Promise<SourceStep[]>;

  /** Everybody who has something on a dataset in the source, by whomever. */
  read(dataset: Entity): Promise<SourceHolding[]>;
}
