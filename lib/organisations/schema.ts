import { z } from 'zod';

export type OrganisationKind = 'practice' | 'pcn' | 'sub_icb' | 'icb' | 'region' | 'country';
export type OrganisationStatus = 'open' | 'dormant' | 'proposed' | 'closed' | 'missing';

/** An organisation named by another one. `name` is written for display. */
export type OrganisationRef = { code: string; name: string };

/** What the register says of an organisation today. Days are ISO strings. */
export type Organisation = {
  code: string;
  kind: OrganisationKind;
  /** For display; `registeredName` is as the register writes it. */
  name: string;
  registeredName: string;
  status: OrganisationStatus;
  openedOn: string | null;
  closedOn: string | null;
  address: string[];
  town: string | null;
  postcode: string | null;
  pcn: OrganisationRef | null;
  subIcb: OrganisationRef | null;
  icb: OrganisationRef | null;
  region: OrganisationRef | null;
  /** Where the register names exactly one. */
  successor: OrganisationRef | null;
  /** Everybody who took over: several where it was split, none while it is open. */
  successors: OrganisationRef[];
  /** May people ask to be linked to it. */
  linkable: boolean;
  demonstration: boolean;
};

/** One result of the search, with what tells it from another of the same name. */
export type OrganisationHit = {
  code: string;
  kind: OrganisationKind;
  name: string;
  status: OrganisationStatus;
  closedOn: string | null;
  linkable: boolean;
  /** One line; empty where the register gives none. */
  address: string;
  postcode: string | null;
  pcn: OrganisationRef | null;
  icb: OrganisationRef | null;
  /** Everybody who took over: several where it was split. */
  successors: OrganisationRef[];
  /** Open member practices; 0 for anything but a PCN. */
  practices: number;
  /** The practice by whose name this PCN was found. */
  through: OrganisationRef | null;
};

export type OrganisationSearch = {
  results: OrganisationHit[];
  total: number;
  /** False when counting stopped at a bound: there are at least `total`. */
  exact: boolean;
  /** The spelling that was searched for, where the typed one found nothing. */
  didYouMean: string | null;
};

/** ODS code of England in the statistics. */
export const ENGLAND = 'E92000001';

/** A pasted ODS code in its one form: ' a81001 ' is A81001. */
export const organisationCode = z
  .string()
  .transform(typed => typed.replace(/\s+/g, '').toUpperCase())
  .refine(code => /^[A-Z0-9]{3,10}$/.test(code), { message: 'Enter an ODS code, like A81001' });
