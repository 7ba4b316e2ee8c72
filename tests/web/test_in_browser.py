"""The page in Chromium: both widths, both colour schemes, with and without scripts, by keyboard, on paper."""

import shutil
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn

from onrecord.web.app import create_app

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright (development extra)")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium on the path")]

PATHS = (
    "/", "/events", "/events/event-one", "/claims", "/articles/wire/one", "/exchanges", "/exchanges/BLR/AZE",
    "/parties", "/parties/BLR", "/network", "/review", "/nowhere",
)  # fmt: skip
WIDTHS = (360, 1920)


class Server:
    """The page on a free port of this machine, in a thread."""

    def __init__(self, url: str, *, review: bool) -> None:
        app = create_app(url, review=review)
        self.server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join()


@pytest.fixture(scope="module")
def site(ledger_url) -> Iterator[str]:
    server = Server(ledger_url, review=False)
    yield server.address
    server.stop()


@pytest.fixture
def review_site(own_ledger) -> Iterator[str]:
    server = Server(own_ledger, review=True)
    yield server.address
    server.stop()


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


def opened(chromium, **options):
    """Return a new page and the list its errors and outside requests go to."""
    page = chromium.new_context(**options).new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith("http://127.0.0.1") else wrong.append(r.url))
    return page, wrong


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_its_width_asks_nothing_outside_and_logs_no_error(chromium, site, width, scripts):
    page, wrong = opened(chromium, viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    for path in PATHS:
        page.goto(site + path, wait_until="load")
        expected = ["the server responded with a status of 404"] if path == "/nowhere" else []
        found = [text for text in wrong if not any(part in text for part in expected)]
        assert found == [], f"{path}: {found}"
        wrong.clear()
        assert page.locator("h1").count() == 1, path
        if scripts:
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_serious(chromium, site, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page, _ = opened(chromium, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in PATHS:
        page.goto(site + path, wait_until="load")
        found = axe.Axe().run(page).response["violations"]
        serious = [
            (v["id"], [node["html"][:120] for node in v["nodes"][:3]])
            for v in found
            if v["impact"] in ("serious", "critical")
        ]
        assert serious == [], path
    page.context.close()


def test_the_page_is_worked_by_keys_alone(chromium, site):
    page, wrong = opened(chromium)
    page.goto(f"{site}/events")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("shells")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events?q=shells")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/event-one")
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/network")
    page.keyboard.press("?")
    assert page.locator("dialog#keys").evaluate("d => d.open")
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").evaluate("d => d.open")
    assert wrong == []


def test_a_claim_shows_its_words_and_words_show_their_claims(chromium, site):
    page, _ = opened(chromium, viewport={"width": 1920, "height": 900})
    page.goto(f"{site}/articles/wire/one")
    page.locator(".claims > li").nth(1).locator(".said").first.click()
    assert page.locator(".seg.on").all_inner_texts() == ["denied", "sent shells to Strelsau"]
    page.locator(".seg", has_text="said").first.click()
    assert page.locator(".claims > li.on").count() == 1
    assert "Ruritania" in page.locator(".claims > li.on").inner_text()


def test_without_scripts_a_claim_is_one_link_from_its_marked_words(chromium, site):
    page, _ = opened(chromium, java_script_enabled=False)
    page.goto(f"{site}/claims?stance=denies")
    page.locator("td.words a").first.click()
    assert "denied" in page.locator(".seg.on").all_inner_texts()
    assert page.locator(".claims > li.on details[open]").count() == 1


def test_a_claim_is_reviewed_by_keys_and_the_decision_undone(chromium, review_site):
    page, _ = opened(chromium)
    page.goto(f"{review_site}/review")
    for name in page.locator('[name="author"]').all():
        name.fill("Ada")
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.type("the quotation is exact")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review#claim-*")
    log = page.locator("section", has=page.locator("#log"))
    assert "accept" in log.inner_text()
    log.locator('[name="author"]').fill("Ada")
    log.locator('[name="reason"]').fill("misread")
    log.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/review#log")
    assert "by Ada: misread" in log.inner_text()


def test_on_paper_only_the_page_and_its_address_are_left(chromium, site):
    page, _ = opened(chromium)
    page.goto(f"{site}/events/event-one")
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator(".permalink").inner_text() == f"{site}/events/event-one"
