-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "user_state" AS ENUM ('active', 'disabled', 'closing', 'closed');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('practice', 'pcn', 'sub_icb', 'icb', 'region', 'country');

-- CreateEnum
CREATE TYPE "organisation_status" AS ENUM ('open', 'dormant', 'proposed', 'closed', 'missing');

-- CreateEnum
CREATE TYPE "load_state" AS ENUM ('loaded', 'refused');

-- CreateEnum
CREATE TYPE "membership_state" AS ENUM ('invited', 'pending', 'active', 'rejected', 'removed', 'withdrawn', 'left', 'lapsed', 'expired');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('member', 'admin');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "state" "user_state" NOT NULL DEFAULT 'active',
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "platform_admin_since" TIMESTAMPTZ(3),
    "setup_dismissed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "idle_seconds" INTEGER NOT NULL DEFAULT 43200,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remembered" BOOLEAN NOT NULL DEFAULT false,
    "device" TEXT NOT NULL DEFAULT '',
    "network" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'verify',
    "address" TEXT NOT NULL DEFAULT '',
    "user_id" UUID,
    "code_digest" TEXT,
    "code_expires" TIMESTAMPTZ(3),
    "code_tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "spent_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "return_to" TEXT,

    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "code" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "status" "organisation_status" NOT NULL DEFAULT 'open',
    "opened_on" DATE,
    "closed_on" DATE,
    "address" TEXT[],
    "town" TEXT,
    "postcode" TEXT,
    "pcn_code" TEXT,
    "sub_icb_code" TEXT,
    "icb_code" TEXT,
    "region_code" TEXT,
    "setting" TEXT,
    "linkable" BOOLEAN NOT NULL DEFAULT false,
    "successor_code" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation_versions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "name" TEXT NOT NULL,
    "status" "organisation_status" NOT NULL,
    "postcode" TEXT,
    "pcn_code" TEXT,
    "sub_icb_code" TEXT,
    "icb_code" TEXT,
    "region_code" TEXT,
    "load_id" UUID NOT NULL,

    CONSTRAINT "organisation_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pcn_spells" (
    "practice_code" TEXT NOT NULL,
    "pcn_code" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "load_id" UUID NOT NULL,

    CONSTRAINT "pcn_spells_pkey" PRIMARY KEY ("practice_code","pcn_code","started_on")
);

-- CreateTable
CREATE TABLE "datasets" (
    "id" TEXT NOT NULL,
    "source_url" TEXT,
    "etag" TEXT,
    "current_id" UUID,

    CONSTRAINT "datasets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_loads" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dataset_id" TEXT NOT NULL,
    "state" "load_state" NOT NULL,
    "period" DATE,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '{}',
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "loaded_by_id" UUID,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_loads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_sizes" (
    "code" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "male" INTEGER[],
    "female" INTEGER[],
    "load_id" UUID NOT NULL,

    CONSTRAINT "list_sizes_pkey" PRIMARY KEY ("code","period")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reference" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "org_code" TEXT NOT NULL,
    "state" "membership_state" NOT NULL,
    "role" "membership_role",
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "claim" TEXT,
    "message" TEXT,
    "requested_at" TIMESTAMPTZ(3),
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "reminded_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "nudged_at" TIMESTAMPTZ(3),
    "attested_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_events" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "membership_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "operation" TEXT NOT NULL,
    "from_state" "membership_state",
    "to_state" "membership_state",
    "role" "membership_role",
    "actor_id" UUID,
    "actor_as" TEXT NOT NULL,
    "reason" TEXT,
    "message" TEXT,
    "evidence" JSONB,
    "authoriser" JSONB,

    CONSTRAINT "membership_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "request_id" UUID NOT NULL,
    "owner_id" UUID,
    "org_code" TEXT,
    "tool" TEXT NOT NULL,
    "tool_version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "vintage" JSONB NOT NULL,
    "headline" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "presets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "event_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID,
    "sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "org_code" TEXT,
    "person_id" UUID,
    "subject" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("at","id")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_session_token_key" ON "sessions"("session_token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_idx" ON "sessions"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- CreateIndex
CREATE INDEX "verification_tokens_user_id_idx" ON "verification_tokens"("user_id");

-- CreateIndex
CREATE INDEX "verification_tokens_expires_idx" ON "verification_tokens"("expires");

-- CreateIndex
CREATE INDEX "notices_session_id_idx" ON "notices"("session_id");

-- CreateIndex
CREATE INDEX "organisations_kind_status_idx" ON "organisations"("kind", "status");

-- CreateIndex
CREATE INDEX "organisations_pcn_code_idx" ON "organisations"("pcn_code");

-- CreateIndex
CREATE INDEX "organisations_sub_icb_code_idx" ON "organisations"("sub_icb_code");

-- CreateIndex
CREATE INDEX "organisations_icb_code_idx" ON "organisations"("icb_code");

-- CreateIndex
CREATE INDEX "organisations_region_code_idx" ON "organisations"("region_code");

-- CreateIndex
CREATE INDEX "organisations_successor_code_idx" ON "organisations"("successor_code");

-- CreateIndex
CREATE INDEX "organisation_versions_load_id_idx" ON "organisation_versions"("load_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_versions_code_valid_from_key" ON "organisation_versions"("code", "valid_from");

-- CreateIndex
CREATE INDEX "pcn_spells_pcn_code_idx" ON "pcn_spells"("pcn_code");

-- CreateIndex
CREATE INDEX "pcn_spells_load_id_idx" ON "pcn_spells"("load_id");

-- CreateIndex
CREATE UNIQUE INDEX "datasets_current_id_key" ON "datasets"("current_id");

-- CreateIndex
CREATE INDEX "dataset_loads_dataset_id_period_idx" ON "dataset_loads"("dataset_id", "period");

-- CreateIndex
CREATE INDEX "list_sizes_period_idx" ON "list_sizes"("period");

-- CreateIndex
CREATE INDEX "list_sizes_load_id_idx" ON "list_sizes"("load_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_reference_key" ON "memberships"("reference");

-- CreateIndex
CREATE INDEX "memberships_org_code_state_idx" ON "memberships"("org_code", "state");

-- CreateIndex
CREATE INDEX "memberships_state_requested_at_idx" ON "memberships"("state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_user_id_org_code_key" ON "memberships"("user_id", "org_code");

-- CreateIndex
CREATE INDEX "membership_events_membership_id_at_idx" ON "membership_events"("membership_id", "at");

-- CreateIndex
CREATE INDEX "membership_events_actor_id_idx" ON "membership_events"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "presets_request_id_key" ON "presets"("request_id");

-- CreateIndex
CREATE INDEX "presets_owner_id_deleted_at_idx" ON "presets"("owner_id", "deleted_at");

-- CreateIndex
CREATE INDEX "presets_org_code_deleted_at_idx" ON "presets"("org_code", "deleted_at");

-- CreateIndex
CREATE UNIQUE INDEX "mails_event_key_key" ON "mails"("event_key");

-- CreateIndex
CREATE INDEX "mails_user_id_idx" ON "mails"("user_id");

-- CreateIndex
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

-- CreateIndex
CREATE INDEX "audit_org_code_at_id_idx" ON "audit"("org_code", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_actor_id_at_idx" ON "audit"("actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_person_id_at_idx" ON "audit"("person_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_tokens" ADD CONSTRAINT "verification_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_pcn_code_fkey" FOREIGN KEY ("pcn_code") REFERENCES "organisations"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_sub_icb_code_fkey" FOREIGN KEY ("sub_icb_code") REFERENCES "organisations"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_icb_code_fkey" FOREIGN KEY ("icb_code") REFERENCES "organisations"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "organisations"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_successor_code_fkey" FOREIGN KEY ("successor_code") REFERENCES "organisations"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_versions" ADD CONSTRAINT "organisation_versions_code_fkey" FOREIGN KEY ("code") REFERENCES "organisations"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_versions" ADD CONSTRAINT "organisation_versions_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "dataset_loads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pcn_spells" ADD CONSTRAINT "pcn_spells_practice_code_fkey" FOREIGN KEY ("practice_code") REFERENCES "organisations"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pcn_spells" ADD CONSTRAINT "pcn_spells_pcn_code_fkey" FOREIGN KEY ("pcn_code") REFERENCES "organisations"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pcn_spells" ADD CONSTRAINT "pcn_spells_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "dataset_loads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_current_id_fkey" FOREIGN KEY ("current_id") REFERENCES "dataset_loads"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_loads" ADD CONSTRAINT "dataset_loads_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_sizes" ADD CONSTRAINT "list_sizes_code_fkey" FOREIGN KEY ("code") REFERENCES "organisations"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_sizes" ADD CONSTRAINT "list_sizes_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "dataset_loads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_code_fkey" FOREIGN KEY ("org_code") REFERENCES "organisations"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presets" ADD CONSTRAINT "presets_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presets" ADD CONSTRAINT "presets_org_code_fkey" FOREIGN KEY ("org_code") REFERENCES "organisations"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- ---------- what the schema file cannot say ----------

-- An address is kept in one canonical form; a closed account has none.
ALTER TABLE "users" ADD CONSTRAINT "users_email_canonical" CHECK ("email" = lower(btrim("email")));
ALTER TABLE "users" ADD CONSTRAINT "users_closed_has_no_email" CHECK ("state" <> 'closed' OR "email" IS NULL);

-- A role exists while, and only while, a membership is active.
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_while_active" CHECK (("state" = 'active') = ("role" IS NOT NULL));
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_pending_was_requested" CHECK ("state" <> 'pending' OR "requested_at" IS NOT NULL);
CREATE INDEX "memberships_queue" ON "memberships" ("requested_at", "id") WHERE "state" = 'pending';
CREATE INDEX "memberships_admins" ON "memberships" ("org_code") WHERE "role" = 'admin';

-- People can belong to practices and PCNs only.
CREATE FUNCTION membership_organisation_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisations WHERE code = NEW.org_code AND kind IN ('practice', 'pcn')) THEN
    RAISE EXCEPTION 'memberships belong to practices and PCNs' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "memberships_organisation_kind" BEFORE INSERT OR UPDATE OF "org_code" ON "memberships"
  FOR EACH ROW EXECUTE FUNCTION membership_organisation_kind();

ALTER TABLE "list_sizes" ADD CONSTRAINT "list_sizes_twenty_bands" CHECK (cardinality("male") = 20 AND cardinality("female") = 20);
ALTER TABLE "list_sizes" ADD CONSTRAINT "list_sizes_not_negative" CHECK ("total" >= 0 AND 0 <= ALL ("male") AND 0 <= ALL ("female"));

-- A preset belongs to a person, to a workspace, or to both.
ALTER TABLE "presets" ADD CONSTRAINT "presets_has_a_home" CHECK ("owner_id" IS NOT NULL OR "org_code" IS NOT NULL);

-- The audit is written once: no change, no removal. Old months leave by dropping their partition.
CREATE TABLE "audit_default" PARTITION OF "audit" DEFAULT;
CREATE FUNCTION audit_partition(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  start date := date_trunc('month', month);
  part text := 'audit_' || to_char(start, 'YYYYMM');
BEGIN
  IF to_regclass(part) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF audit FOR VALUES FROM (%L) TO (%L)', part, start, start + interval '1 month');
  END IF;
END $$;
SELECT audit_partition((now() + n * interval '1 month')::date) FROM generate_series(0, 2) AS n;
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only';
END $$;
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER "audit_no_truncate" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- Rate limits keep their counters apart from the product's tables.
CREATE SCHEMA IF NOT EXISTS "limits";
CREATE TABLE "limits"."counters" ("key" VARCHAR(255) PRIMARY KEY, "points" INTEGER NOT NULL DEFAULT 0, "expire" BIGINT);
CREATE INDEX "counters_expire" ON "limits"."counters" ("expire");
