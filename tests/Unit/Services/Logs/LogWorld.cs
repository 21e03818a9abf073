using Orrery.Kernel;
using Orrery.Operations;
using Orrery.Services.Logs;
using Orrery.Services.Logs.Operations.Groups;
using Orrery.Services.Logs.Operations.LogEvents;
using Orrery.Services.Logs.Operations.Streams;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Tests.Unit.Services.Logs;

/// <summary>Worlds with CloudWatch Logs, a group <c>g</c> and its stream <c>s</c>.</summary>
internal static class LogWorld
{
    /// <summary>The instant at which they begin, in milliseconds.</summary>
    public static readonly long Start = Rig.Start.ToUnixTimeMilliseconds();

    /// <summary>A new one.</summary>
    public static Rig New(Ports? ports = null)
    {
        var rig = Rig.Of(new Service[] { LogsService.Registration }, ports ?? Ports.None);
        rig.Run(new CreateLogGroup(), new() { LogGroupName = "g" });
        rig.Run(new CreateLogStream(), new() { LogGroupName = "g", LogStreamName = "s" });
        return rig;
    }

    /// <summary>Puts events into a stream of the group.</summary>
    public static PutLogEventsResult Put(this Rig rig, string stream, params (long At, string Text)[] events) =>
        rig.Run(new PutLogEvents(), Request(stream, events));

    /// <summary>The request for it.</summary>
    public static PutLogEventsRequest Request(string stream, params (long At, string Text)[] events) => new()
    {
        LogGroupName = "g",
        LogStreamName = stream,
        LogEvents = [.. events.Select(e => new InputLogEvent { Timestamp = e.At, Message = e.Text })],
    };

    /// <summary>The messages that a search finds.</summary>
    public static IReadOnlyList<string> Find(this Rig rig, string? pattern = null) =>
        [.. rig.Run(new FilterLogEvents(), new FilterLogEventsRequest { LogGroupName = "g", FilterPattern = pattern })
            .Events!.Select(e => e.Message!)];
}
