using System.Collections.Immutable;

namespace Orrery.Services.Events.Records;

/// <summary>A group of schedules.</summary>
public sealed record ScheduleGroupRecord
{
    /// <summary>Its name.</summary>
    public required EventsKey Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Whether it is going, with all that is in it.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}
