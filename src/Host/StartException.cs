namespace Orrery.Host;

/// <summary>Orrery cannot start; the message says why, the hint what would help.</summary>
public sealed class StartException(string message, string? hint = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What would help, or null.</summary>
    public string? Hint => hint;
}
