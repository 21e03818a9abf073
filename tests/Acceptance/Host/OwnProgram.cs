namespace Orrery.Tests.Acceptance.Host;

/// <summary>
/// The <c>orrery</c> command that is tested: the native binary where the run made one, else what was built.
/// </summary>
internal static class OwnProgram
{
    /// <summary>The command, and what comes before its own arguments.</summary>
    public static (string File, IReadOnlyList<string> Before) Command => Binary is { } binary
        ? (binary, [])
        : ("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "orrery.dll")]);

    /// <summary>Whether it is the native binary.</summary>
    public static bool IsNative => Binary is not null;

    private static string? Binary =>
        Environment.GetEnvironmentVariable("ORRERY_PROGRAM") is { Length: > 0 } binary && File.Exists(binary)
            ? binary : null;
}
