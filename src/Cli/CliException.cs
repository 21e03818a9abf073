namespace Orrery.Cli;

/// <summary>A command cannot go on; shown as a sentence and, below it, what would help.</summary>
public sealed class CliException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What would help, or null.</param>
    /// <param name="exitCode">What the program ends with.</param>
    public CliException(string message, string? hint = null, int exitCode = ExitCodes.Failed)
        : base(message)
    {
        Hint = hint;
        ExitCode = exitCode;
    }

    /// <summary>What would help, or null.</summary>
    public string? Hint { get; }

    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; }
}
