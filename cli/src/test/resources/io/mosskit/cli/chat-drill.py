"""Talks with `mosskit chat` through a pseudo-terminal, as a person would, and says of each claim whether it holds.

    python3 chat-drill.py COMMAND...        # the words that start the chat

Ends with 0 if every line is ok, with 1 if one FAILED.
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time

PROMPT = "<|Human|>: "
PATIENCE = 60  # seconds for any answer
BRACKETED_PASTE = "\x1b[200~%s\x1b[201~"
CTRL_C, DELETE, ENTER, PREVIOUS = "\x03", "\x7f", "\r", "\x10"
LONG = "".join("%04d 长文 long " % i for i in range(1000))[:10_000]


class Chat:
    """A chat on a terminal of 80 by 24."""

    def __init__(self, command):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.screen = ""
        self.pieces = 0  # how often something came since the last key

    def type(self, keys):
        self.screen, self.pieces = "", 0
        left = keys.encode()
        while left:  # a terminal takes a few thousand bytes at a time
            readable, writable, _ = select.select([self.terminal], [self.terminal], [], PATIENCE)
            if readable:
                self.read()
            if writable:
                left = left[os.write(self.terminal, left[:512]) :]

    def read(self):
        try:
            got = os.read(self.terminal, 65536)
        except OSError:  # the other end is closed
            got = b""
        self.screen += got.decode("utf-8", "replace")
        self.pieces += 1
        return bool(got)

    def wait_for(self, pattern):
        """Reads until the pattern has come, and returns what came."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.screen):
            if time.monotonic() > end or not select.select([self.terminal], [], [], PATIENCE)[0] or not self.read():
                print("FAILED waiting for %r; the last that came: %r" % (pattern, self.screen[-2000:]))
                sys.exit(1)
        return self.screen

    def end(self):
        while self.read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


failures = 0


def check(what, holds):
    global failures
    print("%s %s" % ("ok    " if holds else "FAILED", what), flush=True)
    failures += not holds


NOTE = r"\[\d+ tokens, [^\]]*\]"
LIMIT = r"\[the sequence would have (\d+) tokens"
PROMPT_AGAIN = re.escape(PROMPT)

chat = Chat(sys.argv[1:])
chat.wait_for(PROMPT_AGAIN)

chat.type("你好, how are you?" + ENTER)
chat.wait_for(re.escape("<|MOSS|>: "))
chat.pieces = 0
chat.wait_for(NOTE + r"[\s\S]*" + PROMPT_AGAIN)
check("a reply streams: it came in %d pieces" % chat.pieces, chat.pieces > 5)

chat.type("你好世")
chat.wait_for("世")
chat.type(DELETE)
erased = chat.wait_for(r"\x1b\[K|\x1b\[J| ")
check("backspace over a wide character goes back two columns: %r" % erased, "\b\b" in erased or "\x1b[2D" in erased)
chat.type("界" + ENTER)
chat.wait_for(NOTE + r"[\s\S]*" + PROMPT_AGAIN)
chat.type(PREVIOUS)
recalled = chat.wait_for("界")
check("what was sent is what was left: 你好界", "你好界" in recalled and "世" not in recalled)
chat.type(CTRL_C)
chat.wait_for(r"\n[\s\S]*" + PROMPT_AGAIN)
check("Ctrl-C at the prompt drops what has been typed, and the chat goes on", True)

chat.type("Tell me a long story. 讲一个长故事。" + ENTER)
chat.wait_for(re.escape("<|MOSS|>: "))
chat.type(CTRL_C)
note = re.findall(NOTE, chat.wait_for(NOTE + r"[\s\S]*" + PROMPT_AGAIN))[-1]
check("Ctrl-C stops a reply: %s" % note, "stopped" in note)
chat.type("again 再来" + ENTER)
chat.wait_for(NOTE + r"[\s\S]*" + PROMPT_AGAIN)
check("and the chat goes on", True)

chat.type(BRACKETED_PASTE % "第一行\nthe second line\n\tthe third" + ENTER)
chat.wait_for(NOTE + r"[\s\S]*" + PROMPT_AGAIN)
check("three pasted lines are one message", len(re.findall(NOTE, chat.screen)) == 1)

def tokens_through_a_pipe(text):
    """How long a text is that is too long for the model, which says so; a pipe cuts no line."""
    command = subprocess.run(sys.argv[1:], input=text + "\n", capture_output=True, encoding="utf-8", check=True)
    return re.search(LIMIT, command.stdout).group(1)


chat.type("clear" + ENTER)
cleared = chat.wait_for(r"\x1b\[2J|\x1b\[J")
chat.wait_for(r"\[2?J[\s\S]*" + PROMPT_AGAIN)
check("`clear` empties the screen", True)
for how, keys, text in (("pasted", BRACKETED_PASTE % LONG, LONG), ("typed", LONG[:4000], LONG[:4000])):
    expected = tokens_through_a_pipe(text)
    start = time.monotonic()
    chat.type(keys + ENTER)
    chat.wait_for(LIMIT + r"[\s\S]*" + PROMPT_AGAIN)
    there = re.findall(LIMIT, chat.screen)[-1]
    seconds = time.monotonic() - start
    check("%d characters %s come whole: %s of %s tokens, %.1f s" % (len(text), how, there, expected, seconds), there == expected)

chat.type("stop" + ENTER)
check("`stop` ends the chat with 0", chat.end() == 0)
sys.exit(failures > 0)
