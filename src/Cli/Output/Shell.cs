namespace Orrery.Cli.Output;

/// <summary>Quoting for shells.</summary>
internal static class Shell
{
    private const string Harmless = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+./:@%,=";

    /// <summary>One word of a POSIX shell, and of fish: quoted only where needed.</summary>
    public static string Quote(string value) =>
        value.Length > 0 && value.AsSpan().IndexOfAnyExcept(Harmless) < 0
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>One word of PowerShell.</summary>
    public static string QuotePowerShell(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
