using System.Collections.Immutable;

namespace Orrery.Services.Events.Records;

/// <summary>A rule of an event bus, with its targets.</summary>
public sealed record RuleRecord
{
    /// <summary>The bus and the name.</summary>
    public required EventsKey Key { get; init; }

    /// <summary>The bus.</summary>
    public required string Bus { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The pattern of events.</summary>
    public string? Pattern { get; init; }

    /// <summary>The schedule.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether it works.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The role that it takes.</summary>
    public string? Role { get; init; }

    /// <summary>The account that made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>From when a rate counts.</summary>
    public required DateTimeOffset Anchor { get; init; }

    /// <summary>Its targets.</summary>
    public ImmutableList<TargetRecord> Targets { get; init; } = [];

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}
