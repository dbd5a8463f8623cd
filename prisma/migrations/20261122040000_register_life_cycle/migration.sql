-- Who took over from whom, and what each load changed about an organisation (docs/decisions/0016).
ALTER TABLE "organisations" ADD COLUMN "successor_codes" TEXT[] NOT NULL DEFAULT '{}';
UPDATE "organisations" SET "successor_codes" = ARRAY["successor_code"] WHERE "successor_code" IS NOT NULL;

CREATE TABLE "successions" (
    "old_code" TEXT NOT NULL,
    "new_code" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "load_id" UUID NOT NULL,

    CONSTRAINT "successions_pkey" PRIMARY KEY ("old_code","new_code"),
    CONSTRAINT "successions_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "dataset_loads"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "successions_load_id_idx" ON "successions"("load_id");

CREATE TABLE "register_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "was" TEXT NOT NULL DEFAULT '',
    "now" TEXT NOT NULL DEFAULT '',
    "load_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "register_changes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "register_changes_code_fkey" FOREIGN KEY ("code") REFERENCES "organisations"("code") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "register_changes_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "dataset_loads"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "register_changes_code_change_day_now_key" ON "register_changes"("code", "change", "day", "now");
CREATE INDEX "register_changes_load_id_idx" ON "register_changes"("load_id");
CREATE INDEX "register_changes_at_idx" ON "register_changes"("at");

-- Imports that somebody, or the schedule, asked for: they run as jobs and outlive the page that started them.
CREATE TABLE "dataset_imports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "source" TEXT NOT NULL,
    "dataset_id" TEXT,
    "state" TEXT NOT NULL,
    "file_name" TEXT NOT NULL DEFAULT '',
    "file_key" TEXT,
    "etag" TEXT,
    "size" INTEGER NOT NULL DEFAULT 0,
    "force" BOOLEAN NOT NULL DEFAULT false,
    "stage" TEXT,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "reports" JSONB NOT NULL DEFAULT '[]',
    "refusal" JSONB,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dataset_imports_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "dataset_imports_asked_at_idx" ON "dataset_imports"("asked_at" DESC);
