using Orrery.Operations.Tagging;

namespace Orrery.Services.Ssm.Records;

/// <summary>A parameter: its latest version, and what is not of a version.</summary>
internal sealed record ParameterRecord
{
    /// <summary>The name.</summary>
    public required ParameterKey Name { get; init; }

    /// <summary>The latest version.</summary>
    public required VersionRecord Latest { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = TagSet.Empty;
}
