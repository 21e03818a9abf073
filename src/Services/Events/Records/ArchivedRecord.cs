namespace Orrery.Services.Events.Records;

/// <summary>An event in an archive.</summary>
public sealed record ArchivedRecord
{
    /// <summary>The archive, then instant and number.</summary>
    public required EventsKey Key { get; init; }

    /// <summary>When it was archived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event.</summary>
    public required string Event { get; init; }
}
