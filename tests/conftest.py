"""Ledgers on both databases, articles and claims built by hand, and small corpora."""

import json
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from onrecord.ledger import Ledger
from onrecord.records import (
    Article,
    ArticleRef,
    Claim,
    DatePrecision,
    EventType,
    MadeBy,
    Party,
    PartyKind,
    Span,
    Stance,
    Status,
    ToldEvent,
    When,
    anchor_of,
    content_id,
    to_json,
)

START = datetime(2025, 3, 1, 12, tzinfo=UTC)


def state(code: str, name: str) -> Party:
    return Party(name=name, id=code, kind=PartyKind.STATE, country=code, sector="GOV")


ARKANIA = state("ARK", "Arkania")
BELMOR = state("BEL", "Belmor")


@pytest.fixture
def at() -> datetime:
    return START


@pytest.fixture
def later() -> datetime:
    return START + timedelta(days=1)


@pytest.fixture
def make_article() -> Callable[..., Article]:
    def make(name: str = "one", text: str | None = None, **fields: object) -> Article:
        text = text or f"Arkania sent {len(name)} trucks to Belmor, the minister said in {name}."
        told = {"outlet": "The Harbour Post", "published": date(2025, 2, 27), "title": f"Trucks {name}"}
        return Article(id=name, text=text, **(told | fields))

    return make


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    def make(
        article: Article,
        word: str = "sent",
        *,
        stance: Stance = Stance.SAYS,
        status: Status = Status.HAPPENED,
        kind: EventType | None = EventType.AID,
        sources: tuple[Party, ...] = (ARKANIA,),
        actors: tuple[Party, ...] = (ARKANIA,),
        recipients: tuple[Party, ...] = (BELMOR,),
        said: date | None = None,
        version: str = "0.1.0",
    ) -> Claim:
        start = article.text.index(word)
        trigger = Span.of(article.text, start, start + len(word))
        event = ToldEvent(
            type=kind, trigger=trigger, actors=actors, recipients=recipients, status=status, negated=False
        )
        claim = Claim(
            id="",
            anchor=anchor_of(article.sha256, None, (trigger.start, trigger.end)),
            article=ArticleRef(
                article.id, article.sha256, article.title, article.outlet, article.url, article.published
            ),
            stance=stance,
            sources=sources,
            cue=None,
            content=(),
            event=event,
            evidence=(Span.of(article.text, 0, min(len(article.text), 200)),),
            made_by=MadeBy(version),
            said=None if said is None else When(said, said, DatePrecision.DAY, inferred="by the test"),
        )
        plain = to_json(claim)
        del plain["made_by"]
        return Claim(**{f: getattr(claim, f) for f in Claim.__slots__} | {"id": content_id("claim", plain)})

    return make


def _postgresql_programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, None when they are not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Start a PostgreSQL server of its own for the tests; skip where it is not installed."""
    programs = _postgresql_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed; install it with: make debian")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))  # a short path: sockets allow 107 bytes
    as_user: dict[str, object] = {}
    if os.geteuid() == 0:  # the server refuses to run as root: use the account that Debian made for it
        account = pwd.getpwnam("postgres")
        as_user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        os.chown(folder, account.pw_uid, account.pw_gid)
    data, cwd = folder / "data", folder

    def call(*command: str | Path) -> None:
        done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, **as_user)  # type: ignore[call-overload]
        assert done.returncode == 0, done.stderr + done.stdout

    call(programs / "initdb", "-D", data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    call(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    yield f"postgresql+psycopg://onrecord@/postgres?host={folder}"
    call(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """Give an empty database."""
    admin = sa.create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE IF EXISTS ledger WITH (FORCE)")
        connection.exec_driver_sql("CREATE DATABASE ledger")
    yield postgresql_server.replace("/postgres?", "/ledger?")
    admin.dispose()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/onrecord.db"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest) -> str:
    """URL of an empty database of each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def ledger(url: str, at: datetime) -> Iterator[Ledger]:
    """An empty ledger on each database."""
    with Ledger.open(url, now=at) as opened:
        yield opened


@pytest.fixture
def corpora_of(tmp_path):
    """Make a folder of corpora in which `clusters` has one article, "a", and nothing else is told."""

    def make(text):
        (tmp_path / "news.jsonl").write_text("", encoding="utf-8")
        (tmp_path / "clusters").mkdir()
        told = json.dumps({"id": "a", "text": text})
        (tmp_path / "clusters" / "articles.jsonl").write_text(told + "\n", encoding="utf-8")
        return tmp_path

    return make
