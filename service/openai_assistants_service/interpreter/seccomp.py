"""The system calls that a program in the sandbox may make: those that computing takes.

All others fail with EPERM, among them whatever starts a process (fork, vfork, clone but for
threads), traces one (ptrace, process_vm_*), reaches the network (socket), or is a way into the
kernel (bpf, io_uring_*, keyctl, mount, perf_event_open, unshare, userfaultfd). clone3 is "not
there", so that the C library makes threads by clone, whose flags can be checked.
"""

import contextlib
import errno
from typing import IO

from pyseccomp import (  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]
    ALLOW,
    EQ,
    ERRNO,
    MASKED_EQ,
    Arg,
    SyscallFilter,
)

_ALLOWED = """
access arch_prctl brk capget chdir chmod clock_getres clock_gettime clock_nanosleep close
close_range copy_file_range dup dup2 dup3 epoll_create1 epoll_ctl epoll_pwait epoll_wait eventfd2
execve exit exit_group faccessat faccessat2 fadvise64 fallocate fchmod fchmodat fcntl fdatasync
flock fstat fstatfs fsync ftruncate futex get_robust_list getcpu getcwd getdents64 getegid geteuid
getgid getgroups getpeername getpgid getpgrp getpid getppid getpriority getrandom getresgid
getresuid getrlimit getrusage getsid getsockname getsockopt gettid gettimeofday getuid link linkat
lseek lstat madvise membarrier memfd_create mkdir mkdirat mlock mmap mprotect mremap msync munlock
munmap nanosleep newfstatat open openat openat2 pause pipe pipe2 poll ppoll prctl pread64 preadv
prlimit64 pselect6 pwrite64 pwritev read readlink readlinkat readv recvfrom rename renameat
renameat2 restart_syscall rmdir rseq rt_sigaction rt_sigpending rt_sigprocmask rt_sigreturn
rt_sigsuspend rt_sigtimedwait sched_getaffinity sched_getparam sched_getscheduler sched_yield
select sendfile sendto set_robust_list set_tid_address setgroups setitimer setresgid setresuid
setrlimit sigaltstack socketpair stat statfs statx symlink symlinkat sysinfo tgkill times truncate
umask uname unlink unlinkat utimensat wait4 waitid write writev
"""
_CLONE_THREAD = 0x00010000
_CONTROLS = (0x5401, 0x5421, 0x5451)
"""What ioctl may do: ask whether it is a terminal (no), not block, close on exec."""


def write_filter(target: IO[bytes]) -> None:
    """Write the filter as the kernel, and bubblewrap, take it."""
    rules = SyscallFilter(ERRNO(errno.EPERM))
    for name in _ALLOWED.split():
        _allow(rules, name)
    for control in _CONTROLS:
        rules.add_rule(ALLOW, "ioctl", Arg(1, EQ, control))
    rules.add_rule(ALLOW, "clone", Arg(0, MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD))
    rules.add_rule(ERRNO(errno.ENOSYS), "clone3")
    rules.export_bpf(target)


def _allow(rules: SyscallFilter, name: str) -> None:
    with contextlib.suppress(OSError):  # where it is no system call of this kind of machine
        rules.add_rule(ALLOW, name)
