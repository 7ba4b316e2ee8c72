-- The schema of the first ledgers (SQLite), as they lie on people's disks. Never edited.
CREATE TABLE schema_version (
	version INTEGER NOT NULL,
	applied_at VARCHAR(27) NOT NULL,
	PRIMARY KEY (version)
);
CREATE TABLE runs (
	id TEXT NOT NULL,
	command TEXT NOT NULL,
	version TEXT NOT NULL,
	started_at VARCHAR(27) NOT NULL,
	ended_at VARCHAR(27),
	PRIMARY KEY (id)
);
CREATE TABLE decisions (
	"row" INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	added_at VARCHAR(27) NOT NULL,
	withdrawn_at VARCHAR(27),
	withdrawn_by TEXT,
	withdrawn_reason TEXT,
	payload TEXT NOT NULL,
	PRIMARY KEY ("row"),
	UNIQUE (id)
);
CREATE TABLE events (
	"row" INTEGER NOT NULL,
	id TEXT NOT NULL,
	type TEXT,
	status TEXT NOT NULL,
	standing TEXT NOT NULL,
	first_day DATE,
	last_day DATE,
	sort_day DATE NOT NULL,
	added_at VARCHAR(27) NOT NULL,
	withdrawn_at VARCHAR(27),
	payload TEXT NOT NULL,
	PRIMARY KEY ("row")
);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_day ON events (sort_day, "row");
CREATE UNIQUE INDEX events_current ON events (id) WHERE withdrawn_at IS NULL;
CREATE TABLE event_aliases (
	old_id TEXT NOT NULL,
	new_id TEXT NOT NULL,
	added_at VARCHAR(27) NOT NULL,
	PRIMARY KEY (old_id, new_id)
);
CREATE TABLE articles (
	"row" INTEGER NOT NULL,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	state TEXT NOT NULL,
	reason TEXT,
	outlet TEXT,
	published DATE,
	run TEXT NOT NULL,
	added_at VARCHAR(27) NOT NULL,
	superseded_at VARCHAR(27),
	payload TEXT NOT NULL,
	PRIMARY KEY ("row"),
	CONSTRAINT articles_id_version UNIQUE (id, version),
	FOREIGN KEY(run) REFERENCES runs (id)
);
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE INDEX articles_set_aside ON articles ("row") WHERE state = 'set_aside';
CREATE UNIQUE INDEX articles_current ON articles (id) WHERE superseded_at IS NULL;
CREATE TABLE decision_anchors (
	decision_row INTEGER NOT NULL,
	position INTEGER NOT NULL,
	anchor TEXT NOT NULL,
	PRIMARY KEY (decision_row, position),
	FOREIGN KEY(decision_row) REFERENCES decisions ("row")
);
CREATE INDEX decision_anchors_anchor ON decision_anchors (anchor);
CREATE TABLE event_members (
	event_row INTEGER NOT NULL,
	position INTEGER NOT NULL,
	anchor TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	because TEXT,
	PRIMARY KEY (event_row, position),
	FOREIGN KEY(event_row) REFERENCES events ("row")
);
CREATE INDEX event_members_anchor ON event_members (anchor);
CREATE INDEX event_members_claim ON event_members (claim_id);
CREATE TABLE claims (
	"row" INTEGER NOT NULL,
	id TEXT NOT NULL,
	anchor TEXT NOT NULL,
	article_row INTEGER NOT NULL,
	article_id TEXT NOT NULL,
	stance TEXT NOT NULL,
	status TEXT,
	type TEXT,
	outlet TEXT,
	published DATE,
	said_start DATE,
	said_end DATE,
	event_start DATE,
	event_end DATE,
	day DATE,
	sort_day DATE NOT NULL,
	run TEXT NOT NULL,
	added_at VARCHAR(27) NOT NULL,
	withdrawn_at VARCHAR(27),
	withdrawn_run TEXT,
	payload TEXT NOT NULL,
	PRIMARY KEY ("row"),
	FOREIGN KEY(article_row) REFERENCES articles ("row"),
	FOREIGN KEY(run) REFERENCES runs (id),
	FOREIGN KEY(withdrawn_run) REFERENCES runs (id)
);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_stance ON claims (stance, sort_day, "row");
CREATE INDEX claims_type ON claims (type, sort_day, "row");
CREATE INDEX claims_day ON claims (sort_day, "row");
CREATE INDEX claims_counted ON claims (stance, outlet, type, status, day) WHERE withdrawn_at IS NULL;
CREATE INDEX claims_gone ON claims (withdrawn_at) WHERE withdrawn_at IS NOT NULL;
CREATE UNIQUE INDEX claims_standing ON claims (id) WHERE withdrawn_at IS NULL;
CREATE INDEX claims_article_id ON claims (article_id);
CREATE INDEX claims_anchor ON claims (anchor);
CREATE INDEX claims_article ON claims (article_row);
CREATE TABLE article_keys (
	"key" TEXT NOT NULL,
	article_row INTEGER NOT NULL,
	PRIMARY KEY ("key", article_row),
	FOREIGN KEY(article_row) REFERENCES articles ("row")
);
CREATE INDEX article_keys_article ON article_keys (article_row);
CREATE TABLE claim_parties (
	claim_row INTEGER NOT NULL,
	position INTEGER NOT NULL,
	party TEXT NOT NULL,
	country TEXT,
	name_key TEXT NOT NULL,
	part TEXT NOT NULL,
	PRIMARY KEY (claim_row, position),
	FOREIGN KEY(claim_row) REFERENCES claims ("row")
);
CREATE INDEX claim_parties_party ON claim_parties (party, claim_row);
CREATE INDEX claim_parties_name ON claim_parties (name_key, claim_row);
CREATE INDEX claim_parties_country ON claim_parties (country, claim_row);
CREATE TABLE claim_keys (
	"key" TEXT NOT NULL,
	claim_row INTEGER NOT NULL,
	PRIMARY KEY ("key", claim_row),
	FOREIGN KEY(claim_row) REFERENCES claims ("row")
);
CREATE INDEX claim_keys_claim ON claim_keys (claim_row);
CREATE TABLE touched (
	claim_row INTEGER NOT NULL,
	PRIMARY KEY (claim_row),
	FOREIGN KEY(claim_row) REFERENCES claims ("row")
);
CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', tokenize='porter unicode61');
INSERT INTO schema_version VALUES (1, '2025-03-01T00:00:00.000000Z');
