using System.Collections.Immutable;

namespace Orrery.Services.Events.Records;

/// <summary>An event bus.</summary>
public sealed record BusRecord
{
    /// <summary>Its name.</summary>
    public required EventsKey Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The KMS key of custom events, as it was given; null: AWS's own.</summary>
    public string? KmsKey { get; init; }

    /// <summary>The queue of events that cannot be encrypted.</summary>
    public string? DeadLetterArn { get; init; }

    /// <summary>Who else may put events: a policy as JSON.</summary>
    public string? Policy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}
