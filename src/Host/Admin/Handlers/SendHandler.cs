using Orrery.Contracts.Flows;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/send</c>: sends a flow, so that flow logs have it.</summary>
internal static class SendHandler
{
    public static async Task<WireResponse> SendAsync(Station station, AdminCall call)
    {
        var order = OrderOf(await call.ReadAsync(AdminJson.Default.SendRequest));
        var world = await station.Worlds.FindAsync(call.World);
        var sender = Inquiry.Port<IFlowSender>(world);
        var info = Inquiry.Info(station, call, world, "orrery:Send");
        var (report, now) = await world.ExecuteAsync(info, write => (sender.Send(write, order), write.Now), call.Gone);
        return AdminCall.Json(
            new(
                report.Flows, report.Arrived, now, TraceHandler.View(report.Answer),
                [.. report.Sightings.Select(s => new SightingView(
                    s.Component, s.Direction, s.Action, s.Packet, s.FlowLogs, s.Due))]),
            AdminJson.Default.SentView);
    }

    private static FlowOrder OrderOf(SendRequest body)
    {
        var duration = TimeSpan.Zero;
        if (body.Duration is not null && !Durations.TryParse(body.Duration, out duration))
            throw new ServiceException("InvalidDuration", $"'{body.Duration}' is not {Durations.Help}.");
        return new(
            Needed(body.Source, "source"), Needed(body.Destination, "destination"), body.Protocol ?? "tcp", body.Port)
        {
            SourcePort = body.SourcePort,
            Packets = body.Packets ?? 1,
            Bytes = body.Bytes,
            ReplyPackets = body.ReplyPackets,
            ReplyBytes = body.ReplyBytes,
            Duration = duration,
            Count = body.Count ?? 1,
        };
    }

    private static string Needed(string? value, string name) =>
        value ?? throw new ServiceException("MissingParameter", $"The body needs the member '{name}'.");
}
