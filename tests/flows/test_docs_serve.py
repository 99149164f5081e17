"""`gouji docs serve`: the review pages at an address of this machine."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from tests.flows.calling import gouji

PAGE = "<title>审阅页面</title>"


def config_with_pages(folder: Path) -> Path:
    (folder / "pages" / "2024").mkdir(parents=True)
    (folder / "pages" / "index.html").write_text(PAGE, "utf-8")
    config = folder / "gouji.toml"
    config.write_text('home = "."\n', "utf-8")
    return config


def test_the_pages_are_served_to_this_machine_until_ctrl_c_and_no_folder_is_listed(tmp_path: Path) -> None:
    config = config_with_pages(tmp_path)
    command = [sys.executable, "-m", "flows.cli.main", "docs", "serve", "--port", "0", "--config", str(config), "--lang", "zh"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as serving:
        assert serving.stdout is not None
        address = serving.stdout.readline().removeprefix("审阅页面在 ").partition("，")[0]
        assert httpx.get(address, trust_env=False).text == PAGE
        assert httpx.get(address.replace("index.html", "2024/"), trust_env=False).status_code == 404
        assert httpx.get(address.replace("index.html", "../gouji.toml"), trust_env=False).status_code == 404
        serving.send_signal(signal.SIGINT)
        assert serving.wait(20) == 0


def test_a_port_that_is_taken_no_port_and_no_pages_are_told(tmp_path: Path) -> None:
    config = config_with_pages(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = gouji("docs", "serve", "--port", port, "--config", config)
    assert (ended.status, ended.err) == (2, f"端口 {port} 用不了：已被别的程序占用。请用 --port 换一个。\n")
    assert gouji("docs", "serve", "--port", "http", "--config", config).err == "--port 要写成 0 到 65535 的数，不能是“http”。\n"
    (tmp_path / "pages" / "index.html").unlink()
    assert "先运行 gouji run" in gouji("docs", "serve", "--config", config).err
