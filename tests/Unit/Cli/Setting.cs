namespace Orrery.Tests.Cli;

/// <summary>What surrounds a typed command.</summary>
public sealed record Setting
{
    /// <summary>Whether a person looks at a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The environment.</summary>
    public Dictionary<string, string?> Variables { get; init; } = [];

    /// <summary>What answers requests; null: nobody does.</summary>
    public HttpMessageHandler? Server { get; init; }
}
