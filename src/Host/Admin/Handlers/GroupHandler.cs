using System.Globalization;
using Orrery.Contracts.Scaling;
using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/explain/asg/NAME</c>: why an Auto Scaling group has its size, now or at an instant.</summary>
internal static class GroupHandler
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static async Task<WireResponse> ExplainAsync(Station station, AdminCall call, string name)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var groups = Inquiry.Port<IScalingGroups>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ExplainGroup");
        var explanation = call.Query("at") is { } text
            ? world.Query(info, read => groups.Explain(read, name), SnapshotAt(world, text))
            : world.Query(info, read => groups.Explain(read, name));
        return AdminCall.Json(explanation, AdminJson.Default.GroupExplanation);
    }

    private static Snapshot SnapshotAt(World world, string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var at))
            throw new ServiceException("InvalidParameter", $"'at' is no instant: {text}");
        if (at > world.Clock.Now)
            throw new ServiceException("InstantIsFuture", "What has not been cannot be explained: simulate it.");
        try
        {
            return world.AsOf(at);
        }
        catch (HistoryGoneException problem)
        {
            throw new ServiceException("HistoryGone", problem.Message, 409);
        }
    }
}
