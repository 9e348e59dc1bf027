"""Talks to Ops-Center as Brigade must: rate card with ETag, customers, and reports that are not lost. Standard library only.

    OPSCENTER_URL=http://localhost:8000 OPSCENTER_BRIGADE_KEY=... CUSTOMER_ID=... python3 ops_center.py
"""
import json
import os
import random
import sqlite3
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from datetime import datetime, timezone

ACKNOWLEDGED = (200, 201)
REFUSED_FOR_GOOD = (400, 409, 413, 422)


class OpsCenter:
    def __init__(self, url, key):
        self.url, self.key = url.rstrip("/"), key
        self.card, self.etag = None, None

    def ask(self, path, body=None, headers=None, timeout=10):
        """Status, headers and JSON of an answer; status 0 when there was none."""
        request = urllib.request.Request(
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", **(headers or {})},
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return response.status, response.headers, json.load(response)
        except urllib.error.HTTPError as refusal:
            text = refusal.read()
            return refusal.code, refusal.headers, json.loads(text) if text else None
        except (urllib.error.URLError, TimeoutError, ConnectionError, ValueError):
            return 0, {}, None

    def refresh(self):
        """Fetches the rate card unless ours is the one in force. While Ops-Center is away the last one stays."""
        status, headers, card = self.ask("/api/v1/pricing/rate-card", headers={"If-None-Match": self.etag} if self.etag else None)
        if status == 200:
            self.card, self.etag = card, headers["ETag"]
        return status in (200, 304)

    def customer(self, customer_id):
        """What the customer may do right now; None when there is no such customer."""
        status, _, card = self.ask("/api/v1/pricing/rate-card?" + urllib.parse.urlencode({"customer_id": customer_id}))
        if status == 404:
            return None
        if status != 200:
            raise ConnectionError(f"Nobody can say whether {customer_id} may start jobs (status {status}).")
        return card["customer"]


class Spool:
    """Reports on disk until Ops-Center has acknowledged them. A job is done when add() has returned, not earlier."""

    def __init__(self, path):
        self.path = path
        self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.db.executescript(
            "pragma journal_mode = wal; pragma synchronous = full;"
            "create table if not exists waiting (id integer primary key, report text not null);"
            "create table if not exists refused (report text not null, answer text not null);"
        )

    def add(self, report):
        self.db.execute("insert into waiting (report) values (?)", (json.dumps(report),))

    def count(self):
        return self.db.execute("select count(*) from waiting").fetchone()[0]

    def flush(self, ops_center):
        """Sends a batch. Returns how long to wait before the next one; None when nothing waits."""
        rows = self.db.execute("select id, report from waiting order by id limit 50").fetchall()
        if not rows:
            return None
        status, headers, answers = ops_center.ask("/api/v1/usage/record", [json.loads(report) for _, report in rows])
        if status != 200:
            return float(headers.get("Retry-After", 0)) or random.uniform(1, 5)
        later = 0
        for (row, report), answer in zip(rows, answers):
            if answer["http_status"] in ACKNOWLEDGED:
                self.db.execute("delete from waiting where id = ?", (row,))
            elif answer["http_status"] in REFUSED_FOR_GOOD:
                # Kept for a person: its usage is not recorded.
                self.db.execute("insert into refused values (?, ?)", (report, json.dumps(answer)))
                self.db.execute("delete from waiting where id = ?", (row,))
            else:
                later += 1
        return random.uniform(1, 5) if later else 0

    def drain(self, ops_center):
        while (pause := self.flush(ops_center)) is not None:
            time.sleep(pause)


if __name__ == "__main__":
    center = OpsCenter(os.environ["OPSCENTER_URL"], os.environ["OPSCENTER_BRIGADE_KEY"])
    assert center.refresh() and center.refresh()  # the second one is answered 304
    print("rate card", center.card["version"], "with", len(center.card["routes"]), "routes")

    account = center.customer(os.environ["CUSTOMER_ID"])
    assert account is not None and account["entitlements"]["may_start_jobs"], account
    spool = Spool(os.environ.get("SPOOL", "reports.db"))
    spool.add({
        "job_id": f"example-{uuid.uuid4()}", "customer_id": os.environ["CUSTOMER_ID"], "agent_name": "research_pro",
        "route_used": "openai:gpt-4", "input_tokens": 6000, "output_tokens": 2000,
        "occurred_at": datetime.now(timezone.utc).isoformat(),
    })
    spool.drain(center)
    assert spool.count() == 0
    print("reported")
