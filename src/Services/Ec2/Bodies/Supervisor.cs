namespace Orrery.Services.Ec2.Bodies;

/// <summary>
/// The shell script that stands between the program and the process of an instance. It gives the process a session and
/// a group of its own, and holds the other end of a pipe: a line in it asks the group to end, with three seconds to do
/// so; its end, which comes too when the program is killed, ends the group at once. So nothing outlives the program.
/// </summary>
internal static class Supervisor
{
    /// <summary>What a shell runs; its arguments are the command of the process.</summary>
    public const string Script =
        """
        exec 3<&0
        setsid "$@" </dev/null >&2 3<&- &
        child=$!
        echo "pid $child"
        (
          if read -r order <&3; then
            kill -s TERM -- "-$child"
            turn=0
            while kill -s 0 -- "-$child" && [ "$turn" -lt 30 ]; do sleep 0.1; turn=$((turn + 1)); done
          fi
          kill -s KILL -- "-$child"
        ) >/dev/null 2>&1 &
        { wait "$child"; } 2>/dev/null
        echo "exit $?"
        wait
        """;

    /// <summary>What it is told when the process is to end.</summary>
    public const string Stop = "stop";
}
