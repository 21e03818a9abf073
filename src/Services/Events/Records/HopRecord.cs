namespace Orrery.Services.Events.Records;

/// <summary>An event on its way to a bus.</summary>
public sealed record HopRecord
{
    /// <summary>Its id.</summary>
    public required EventsKey Id { get; init; }

    /// <summary>The bus.</summary>
    public required string Bus { get; init; }

    /// <summary>The event.</summary>
    public required string Event { get; init; }

    /// <summary>The trace header of the event.</summary>
    public string? TraceHeader { get; init; }
}
