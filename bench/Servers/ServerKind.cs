namespace Orrery.Bench.Servers;

/// <summary>A server to measure, and how to start it.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Command">The program and its arguments, for a port.</param>
public sealed record ServerKind(string Name, Func<int, IReadOnlyList<string>> Command)
{
    /// <summary>Orrery as people start it: the world in a SQLite file, a line of log a request.</summary>
    /// <param name="program">The binary, or a .dll.</param>
    /// <param name="options">What else stands on the command line.</param>
    public static ServerKind Orrery(string program, params IReadOnlyList<string> options) => new(
        string.Join(' ', ["orrery", .. options]),
        port => [.. Run(program), "up", "--port", $"{port}", .. options]);

    /// <summary>The bare Kestrel program.</summary>
    public static ServerKind Bare(string program) => new("bare Kestrel", port => [.. Run(program), $"{port}"]);

    /// <summary>Moto's server, where it is installed; otherwise null.</summary>
    public static ServerKind? Moto()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Select(folder => Path.Combine(folder, "moto_server"))
            .FirstOrDefault(File.Exists);
        return found is null ? null : new("moto_server", port => [found, "-p", $"{port}"]);
    }

    private static string[] Run(string program) => program.EndsWith(".dll") ? ["dotnet", "exec", program] : [program];
}
