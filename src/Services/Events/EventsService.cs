using Orrery.Operations;

namespace Orrery.Services.Events;

/// <summary>EventBridge as a part of the house.</summary>
public static class EventsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "events",
        Operations = [],
    };
}
