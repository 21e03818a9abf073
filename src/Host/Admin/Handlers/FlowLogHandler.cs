using System.Globalization;
using Orrery.Contracts.Flows;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/flow-logs</c>: the flow logs of a world, and what they have delivered.</summary>
internal static class FlowLogHandler
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var reader = Inquiry.Port<IFlowLogReader>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ListFlowLogs");
        var at = world.Current;
        var (account, region) = (call.Query("account"), call.Query("region"));
        var items =
            from scope in at.Scopes
            where (account is null || scope.Account == account) && (region is null || scope.Region == region)
            from log in world.Query(info with { Scope = scope }, reader.List, at)
            select new FlowLogItem(
                log.FlowLogId, log.ResourceId, log.Traffic, log.Destination, scope.Account, scope.Region);
        return AdminCall.Json([.. items], AdminJson.Default.FlowLogItemArray);
    }

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call, string id)
    {
        var since = Since(call);
        var withNoData = call.Query("nodata") == "true";
        var world = await station.Worlds.FindAsync(call.World);
        var reader = Inquiry.Port<IFlowLogReader>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ShowFlowLog");
        var at = world.Current;
        if (world.Query(info, read => reader.Find(read, id), at) is { } scope) info = info with { Scope = scope };
        var (log, now) = world.Query(info, read => (reader.Read(read, id, since, withNoData), read.Now), at);
        return AdminCall.Json(
            new(
                log.FlowLogId, log.ResourceId, log.Format,
                [.. log.Entries.Select(e => new FlowLogLine(e.At, e.Place, e.Line))],
                log.Waiting, log.NextDelivery, now),
            AdminJson.Default.FlowLogView);
    }

    private static DateTimeOffset? Since(AdminCall call)
    {
        if (call.Query("since") is not { } text) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant)
            ? instant
            : throw new ServiceException("InvalidParameter", $"The parameter 'since' is no instant: {text}");
    }
}
