namespace Orrery.Cli;

/// <summary>What the program ends with. 1 is kept for a plain no, so that scripts can tell it from a failure.</summary>
internal static class ExitCodes
{
    /// <summary>Done; for a question: yes.</summary>
    public const int Ok = 0;

    /// <summary>The answer is no: not reachable, a check failed.</summary>
    public const int No = 1;

    /// <summary>The command line is wrong, or Orrery refused.</summary>
    public const int Failed = 2;

    /// <summary>No Orrery answers.</summary>
    public const int NotRunning = 3;
}
