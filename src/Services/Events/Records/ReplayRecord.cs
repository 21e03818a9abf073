using System.Collections.Immutable;

namespace Orrery.Services.Events.Records;

/// <summary>A replay of an archive.</summary>
public sealed record ReplayRecord
{
    /// <summary>Its name.</summary>
    public required EventsKey Name { get; init; }

    /// <summary>The archive.</summary>
    public required string Archive { get; init; }

    /// <summary>The bus.</summary>
    public required string Bus { get; init; }

    /// <summary>The rules that take part; empty: all.</summary>
    public ImmutableList<string> Filters { get; init; } = [];

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The first instant.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Where it is.</summary>
    public required ReplayStatus State { get; init; }

    /// <summary>Why it failed, where there is more to say than that the archive is gone.</summary>
    public string? Reason { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The instant of the last event that was replayed.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Behind which archived event it goes on.</summary>
    public string? Cursor { get; init; }
}
