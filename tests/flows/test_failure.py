"""What broke a patrol off, as the operator hears it."""

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from flows.letters.failure import cause_of


def _of_sqlite(said: str) -> OperationalError:
    return OperationalError("SELECT 1", {}, sqlite3.OperationalError(said))


@pytest.mark.parametrize(
    ("failed", "said"),
    [
        (OSError(errno.ENOSPC, "", "/data/pages/a"), "磁盘已满，巡查没有做完。"),
        (OSError(errno.EFBIG, ""), "读写或连接出错（文件超出了系统允许的大小（ulimit -f），请放宽限制），巡查没有做完。"),
        (
            PermissionError(errno.EACCES, "", "/data/pages/a"),
            "/data/pages/a 不能读写（没有权限，请检查文件权限或换一个位置），巡查没有做完。",
        ),
        (OSError(errno.EROFS, "", "/data/logs"), "/data/logs 不能读写（所在磁盘只读，请换一个位置），巡查没有做完。"),
        (OSError(errno.EAGAIN, ""), "系统不让再开新的进程"),
        (OSError(errno.EBADMSG, ""), "程序出错（OSError："),
        (_of_sqlite("attempt to write a readonly database"), "台账数据库连不上或不能写（没有写入权限，或所在磁盘只读）"),
        (_of_sqlite("database disk image is malformed"), "（文件已损坏或不是台账，请用备份恢复）"),
        (_of_sqlite("something new"), "（something new）"),
        (KeyError("x"), "程序出错（KeyError："),
    ],
)
def test_what_the_machine_refused_is_no_fault_of_the_program(failed: Exception, said: str) -> None:
    assert said in cause_of(failed).zh
