namespace Orrery.Bench.Servers;

/// <summary>A server to measure, and how to start it.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Command">The program and its arguments, for a port.</param>
public sealed record ServerKind(string Name, Func<int, IReadOnlyList<string>> Command)
{
    /// <summary>Orrery as people start it: the world in a SQLite file.</summary>
    public static ServerKind Orrery(string program) =>
        new("orrery", port => [.. Run(program), "up", "--port", $"{port}"]);

    /// <summary>Orrery with its world in memory only.</summary>
    public static ServerKind Ephemeral(string program) =>
        new("orrery --ephemeral", port => [.. Run(program), "up", "--ephemeral", "--port", $"{port}"]);

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
