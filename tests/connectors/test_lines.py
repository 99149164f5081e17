"""Why a connection came to nothing is said in Chinese, with what to do; the libraries' own sentences stay out of it."""

import re
import socket
import ssl
import urllib.error

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from connectors.lines import why_no_connection
from connectors.sources.model import SourceFailed
from connectors.sources.store.bucket import Bucket
from connectors.trackers.failing import unreachable


def untrusted(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:1006)")
    error.verify_code = code
    return error


def behind(cause: BaseException) -> Exception:
    """As HTTP libraries hand it on: wrapped, with the cause's text in theirs."""
    wrapped = urllib.error.URLError(str(cause))
    wrapped.__cause__ = cause
    return wrapped


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (untrusted(10), "证书已过期，请对方更换"),
        (untrusted(18), "证书是自制的，本机不认识"),
        (untrusted(62), "证书不是发给这个地址的，请核对地址"),
        (untrusted(99), "证书没有通过核验"),
        (ssl.SSLError(1, "[SSL: UNSUPPORTED_PROTOCOL] unsupported protocol (_ssl.c:1006)"), "对方只会过时的加密方式，请对方升级"),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), "加密连接没有建立，请核对端口和 http、https"),
        (socket.gaierror(-2, "Name or service not known"), "查不到这个域名，请核对地址和本机的 DNS"),
        (ConnectionRefusedError(111, "Connection refused"), "对方没有开放这个端口或拒绝连接"),
        (TimeoutError("timed out"), "没有回应"),
    ],
)
def test_the_cause_is_said_however_deep_it_lies(error: Exception, said: str) -> None:
    assert why_no_connection(behind(error)).zh == said
    told = unreachable("github owner/name", behind(error)).words.zh
    assert told == f"github owner/name 连不上或中断了（{said}）。工单留在待发箱，下次再发。"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."), "没有这个 key"),
        (("SignatureDoesNotMatch", "The request signature we calculated does not match"), "secret 与 key 不符"),
        (
            ("RequestTimeTooSkewed", "The difference between the request time and the current time is too large."),
            "本机时间与对象存储相差太大",
        ),
        (("SlowDown", "Please reduce your request rate."), "对象存储答复 SlowDown"),
    ],
)
def test_what_a_store_answers_is_known_by_its_code(answer: tuple[str, str], said: str) -> None:
    code, message = answer
    with pytest.raises(SourceFailed) as failed, Bucket("reports")._words():
        raise PermissionError(message) from ClientError({"Error": {"Code": code, "Message": message}}, "ListObjectsV2")
    assert f"（{said}" in failed.value.words.zh
    assert message not in failed.value.words.zh


def test_a_store_that_is_not_reached_says_no_word_of_english() -> None:
    with pytest.raises(SourceFailed) as failed, Bucket("reports", endpoint="https://oss.example")._words():
        raise EndpointConnectionError(endpoint_url="https://oss.example", error=ConnectionRefusedError(111, "Connection refused"))
    assert re.findall("[A-Za-z]{2,}", failed.value.words.zh.replace("https://oss.example", "").replace("s3://reports/", "")) == [
        "EndpointConnectionError", "endpoint", "region",
    ]  # fmt: skip
