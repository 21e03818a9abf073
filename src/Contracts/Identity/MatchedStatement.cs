namespace Orrery.Contracts.Identity;

/// <summary>A statement that denied a request.</summary>
/// <param name="Sid">Its Sid; empty where it has none.</param>
/// <param name="Actions">The entries of Action, or of NotAction.</param>
/// <param name="Resources">The entries of Resource, or of NotResource.</param>
/// <param name="Conditions">The keys of its conditions, with their values.</param>
public sealed record MatchedStatement(
    string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Conditions)
{
    /// <summary>Whether the actions are those of NotAction.</summary>
    public bool IsNotAction { get; init; }

    /// <summary>Whether the resources are those of NotResource.</summary>
    public bool IsNotResource { get; init; }
}
