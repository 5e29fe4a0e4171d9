"""Open a page in the browser as soon as its server answers: open_browser.py SERVER_PID URL"""

from __future__ import annotations

import os
import sys
import time
import urllib.error
import urllib.request
import webbrowser

SECONDS = 30


def main(server: int, url: str) -> None:
    """Wait until `url` answers, give up when the server is gone or takes too long."""
    for _ in range(SECONDS * 5):
        time.sleep(0.2)
        try:
            os.kill(server, 0)
            with urllib.request.urlopen(url, timeout=5):
                webbrowser.open(url)
                return
        except urllib.error.HTTPError:
            return
        except urllib.error.URLError:
            continue
        except OSError:
            return


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
