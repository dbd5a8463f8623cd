-- How recent each source of an organisation is: the newer one decides what both of them say (docs/decisions/0011).
ALTER TABLE "organisations" ADD COLUMN "mapped_on" DATE, ADD COLUMN "registered_on" DATE;
