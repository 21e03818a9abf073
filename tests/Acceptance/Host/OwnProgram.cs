namespace Orrery.Tests.Acceptance.Host;

/// <summary>
/// The <c>orrery</c> command that is tested: the native binary where the run made one, else what was built.
/// </summary>
internal static class OwnProgram
{
    /// <summary>The command, and what comes before its own arguments.</summary>
    public static (string File, IReadOnlyList<string> Before) Command =>
        Environment.GetEnvironmentVariable("ORRERY_PROGRAM") is { Length: > 0 } binary && File.Exists(binary)
            ? (binary, [])
            : ("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "orrery.dll")]);
}
