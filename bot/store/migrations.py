"""The tables of facts.db. A shipped migration is never edited: a change is a new function at the end.

Each column's sentence stands in the schema itself: whoever opens the file (in Datasette, say) reads it
there.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("facts")


_FACTS = """
CREATE TABLE pack (          -- one row: what this file was made from
  version TEXT NOT NULL      -- digest of the facts: the same facts, the same version
) STRICT;
CREATE TABLE organization (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL, -- order in the pack
  name TEXT NOT NULL,
  homepage TEXT NOT NULL,
  reviewed TEXT              -- the day its facts were last gone through as a whole
) STRICT, WITHOUT ROWID;
CREATE TABLE family (        -- models that share a name
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organization(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX family_organization ON family(organization, position);
CREATE TABLE model (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organization(id),
  family TEXT REFERENCES family(id),
  position INTEGER NOT NULL, -- order within its organization
  name TEXT NOT NULL,
  training_compute REAL      -- floating-point operations, where published
) STRICT, WITHOUT ROWID;
CREATE INDEX model_organization ON model(organization, position);
CREATE INDEX model_family ON model(family);
CREATE TABLE derivation (    -- which model was made from which
  model TEXT NOT NULL REFERENCES model(id),
  position INTEGER NOT NULL,
  parent TEXT NOT NULL REFERENCES model(id),
  PRIMARY KEY (model, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE repository (
  model TEXT NOT NULL REFERENCES model(id),
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (model, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE alias (         -- what people type for an organization, a family, a model or a licence
  subject TEXT NOT NULL,     -- its id
  kind TEXT NOT NULL,        -- organization, family, model or license
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, subject, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_name ON alias(name);
CREATE TABLE license (
  id TEXT PRIMARY KEY,       -- SPDX id, or LicenseRef- and its usual name
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  steward TEXT NOT NULL,     -- who wrote it
  published TEXT,            -- as precise as known: 2023, 2023-07 or 2023-07-18
  replaces TEXT              -- the version before it
) STRICT, WITHOUT ROWID;
CREATE TABLE term (          -- one clause of a licence as an answer to one question
  license TEXT NOT NULL REFERENCES license(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,        -- commercial-use, threshold, territory, output-training, naming, ...
  value TEXT NOT NULL,       -- free, required, limited or forbidden
  url TEXT NOT NULL,         -- where the clause is read
  summary_en TEXT,
  summary_ja TEXT,
  section TEXT,
  amount INTEGER,            -- of a threshold
  unit TEXT,
  PRIMARY KEY (license, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE event (         -- one dated, sourced entry of a timeline
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organization(id),
  model TEXT REFERENCES model(id), -- null: the event is about the organization
  position INTEGER NOT NULL, -- order within its timeline
  date TEXT NOT NULL,        -- as precise as known: 2023, 2023-11 or 2023-11-03
  kind TEXT NOT NULL,        -- announce, release, publish, withdraw, promise, statement or retire
  component TEXT,            -- of the Model Openness Framework
  also TEXT,                 -- JSON list: components that the same publication carries
  variants TEXT,             -- JSON list: the sizes it covers, where not all
  license TEXT,              -- SPDX expression, "unlicensed" or "undisclosed"
  access TEXT,               -- public, gated, request; of a release product, api, preview
  url TEXT,
  finding TEXT,              -- described, undisclosed, absent or unsaid
  claim TEXT,                -- the word its maker uses: open-source, open-weights or open
  summary_en TEXT NOT NULL,
  summary_ja TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX event_model ON event(model, position);
CREATE INDEX event_organization ON event(organization, model, position);
CREATE INDEX event_date ON event(date);
CREATE TABLE promise (       -- the words of an event that is a promise
  event TEXT PRIMARY KEY REFERENCES event(id),
  by TEXT NOT NULL,          -- who said it
  wording TEXT NOT NULL,     -- on, within, about, when or undated
  due TEXT,                  -- what the words name or add up to
  earliest TEXT,             -- the first and the last day that the words allow
  latest TEXT,
  condition_en TEXT,
  condition_ja TEXT,
  met_by TEXT,               -- the event by which the condition came true
  withdrawn_by TEXT          -- the event in which it was taken back
) STRICT, WITHOUT ROWID;
CREATE TABLE ruling (        -- what somebody published of a model under a definition
  event TEXT PRIMARY KEY REFERENCES event(id),
  definition TEXT NOT NULL,
  verdict TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE dispute (       -- another value that a source gives, and why we don't go by it
  event TEXT NOT NULL REFERENCES event(id),
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  url TEXT NOT NULL,
  why_en TEXT NOT NULL,
  why_ja TEXT,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE source (        -- the public page that says so
  subject TEXT NOT NULL,     -- id of the event or the licence
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  kind TEXT NOT NULL,        -- primary or secondary
  published TEXT,
  checked TEXT,              -- the day a copy of the page was read and said so
  archive TEXT,              -- a lasting copy
  PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID
"""


@migrations()
def facts(db: Database) -> None:
    """Organizations, families, models, names, events, sources and licences."""
    for statement in _FACTS.split(";\n"):  # executescript would end the migration's transaction
        db.execute(statement)


@migrations()
def sequence(db: Database) -> None:
    """How far the journal of edits is in this file: 0 in what is shipped."""
    db.execute("ALTER TABLE pack ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0")
