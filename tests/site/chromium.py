"""Drives Chromium over its debugging pipe (Chrome DevTools Protocol), with the standard library alone."""

import fcntl
import json
import os
import select
import signal
import time
from pathlib import Path
from types import TracebackType
from typing import Any

_PATIENCE = 30.0
# The protocol's answer where a page has gone and the next is not there yet.
_NO_PAGE = -32000


class BetweenPagesError(RuntimeError):
    """The browser is between two pages: what was asked of the old one has no answer."""


class Chromium:
    """A headless browser with one page; `console` and `requests` hold what was logged and fetched by it.

    `failures` are requests that got no answer, or one of 400 and above.
    """

    def __init__(self, program: str, profile: Path) -> None:
        own_read, its_write = os.pipe()
        its_read, own_write = os.pipe()
        # Chromium reads commands from 3 and writes to 4; high numbers keep the pipes out of the way.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 20) for end in (its_read, its_write)]
        quiet = os.open(os.devnull, os.O_RDWR)
        self._process = os.posix_spawn(
            program,
            [
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                f"--user-data-dir={profile}",
                "--remote-debugging-pipe",
            ],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, ends[0], 3),
                (os.POSIX_SPAWN_DUP2, ends[1], 4),
                (os.POSIX_SPAWN_DUP2, quiet, 1),
                (os.POSIX_SPAWN_DUP2, quiet, 2),
            ],
        )
        for end in (its_read, its_write, quiet, *ends):
            os.close(end)
        self._read, self._write = own_read, own_write
        self._rest = b""
        self._number = 0
        self._session = ""
        self._clear()

    def __enter__(self) -> "Chromium":
        target = self._command("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._command(f"{domain}.enable")
        # As if a person had the window before them: fields take the focus, and what is typed.
        self._command("Emulation.setFocusEmulationEnabled", enabled=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        os.close(self._read)
        os.close(self._write)

    def open(self, address: str, width: int = 1280) -> None:
        """Load a page, in a window of that width, and wait until it has loaded."""
        self.resize(width)
        # A change of the anchor alone would load nothing.
        self._command("Page.navigate", url="about:blank")
        self._clear()
        self._command("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def resize(self, width: int) -> None:
        """Give the window another width."""
        self._command(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False
        )

    def run_first(self, script: str) -> None:
        """Run a script in every page opened from now on, before any of its own."""
        self._command("Page.addScriptToEvaluateOnNewDocument", source=script)

    def prefer(self, scheme: str) -> None:
        """Let the reader prefer the colours `light` or `dark`, for pages opened from now on."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._command("Emulation.setEmulatedMedia", features=[feature])

    def type(self, selector: str, text: str) -> None:
        """Put the focus on an element and type a text."""
        self.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")
        self._command("Input.insertText", text=text)

    def processor_seconds(self) -> float:
        """How long the page's main thread has worked since it was opened, or since this was first asked."""
        self._command("Performance.enable", timeDomain="threadTicks")
        metrics = self._command("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")

    def evaluate(self, script: str) -> Any:
        """The value of a JavaScript expression in the page; raises RuntimeError where it throws."""
        answer = self._command(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, script: str) -> Any:
        """The first true value of an expression; raises TimeoutError when there is none in time."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                value = self.evaluate(script)
            except BetweenPagesError:
                value = None
            if value:
                return value
            time.sleep(0.05)
        raise TimeoutError(f"never true: {script}")

    def _clear(self) -> None:
        self.console: list[str] = []
        self.requests: list[str] = []
        self.failures: list[str] = []

    def _command(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive(method)
            if answer.get("id") == self._number:
                if "error" in answer and answer["error"].get("code") == _NO_PAGE:
                    raise BetweenPagesError(f"{method}: {answer['error']}")
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self._note(answer.get("method", ""), answer.get("params", {}))

    def _receive(self, method: str) -> Any:
        while b"\0" not in self._rest:
            if not select.select([self._read], [], [], _PATIENCE)[0]:
                raise TimeoutError(f"no answer to {method}")
            part = os.read(self._read, 1 << 20)
            if not part:
                raise RuntimeError(f"the browser ended during {method}")
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)

    def _note(self, method: str, event: Any) -> None:
        if method == "Runtime.consoleAPICalled":
            self.console.append(" ".join(str(one.get("value", one)) for one in event["args"]))
        elif method == "Runtime.exceptionThrown":
            self.console.append(str(event["exceptionDetails"]))
        elif method == "Log.entryAdded":
            self.console.append(event["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(event["request"]["url"])
        elif method == "Network.loadingFailed" and not event.get("canceled"):
            self.failures.append(event["errorText"])
        elif method == "Network.responseReceived" and event["response"]["status"] >= 400:
            self.failures.append(event["response"]["url"])
