using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Records;

/// <summary>A query that is kept under a name.</summary>
public sealed record DefinitionRecord
{
    /// <summary>Its id.</summary>
    public required TextKey Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The query.</summary>
    public required string Text { get; init; }

    /// <summary>The log groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>When it was last put.</summary>
    public required DateTimeOffset Modified { get; init; }
}
