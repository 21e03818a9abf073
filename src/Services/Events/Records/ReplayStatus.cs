namespace Orrery.Services.Events.Records;

/// <summary>Where a replay is. Source: EventBridge API Reference, DescribeReplay.</summary>
public enum ReplayStatus
{
    /// <summary>It begins.</summary>
    Starting,

    /// <summary>Events are replayed.</summary>
    Running,

    /// <summary>It is to stop.</summary>
    Cancelling,

    /// <summary>All events were replayed.</summary>
    Completed,

    /// <summary>It was stopped.</summary>
    Cancelled,

    /// <summary>The archive went.</summary>
    Failed,
}
