using System.CommandLine;

namespace Orrery.Cli.Commands;

/// <summary>The options by which a command says which account and region are meant.</summary>
internal sealed class PlaceOptions
{
    /// <summary>The region.</summary>
    public Option<string?> Region { get; } =
        new("--region") { Description = "Region whose networks addresses mean [default: AWS_REGION]" };

    /// <summary>The account.</summary>
    public Option<string?> Account { get; } =
        new("--account") { Description = "Account whose networks addresses mean" };

    /// <summary>A path with what of both was typed, and what else is given, as its query; nulls are left out.</summary>
    public string Explicit(Run run, string path, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var query = new List<string>();
        foreach (var (name, value) in more)
            Add(query, name, value);
        Add(query, "region", run.Parsed.GetValue(Region));
        Add(query, "account", run.Parsed.GetValue(Account));
        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    /// <summary>The region of the environment where none was typed; null where one was.</summary>
    public string? Usual(Run run) => run.Parsed.GetValue(Region) is null
        ? run.Variable("AWS_REGION") ?? run.Variable("AWS_DEFAULT_REGION")
        : null;

    /// <summary>The same, with the region of the environment where none was typed.</summary>
    public string Query(Run run, string path) => Explicit(run, path, ("region", Usual(run)));

    private static void Add(List<string> query, string name, string? value)
    {
        if (value is not null) query.Add($"{name}={Uri.EscapeDataString(value)}");
    }
}
