using Orrery.Contracts.Identity;
using Orrery.Contracts.Stores;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/s3/uses</c>: what buckets are charged for; 404 of one that is not there and never was used.
/// </summary>
internal static class StoreUseHandler
{
    private const int UsualDays = 30;
    private const string Listing = "s3:ListBucket";

    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        await station.SettleAsync();
        var info = Inquiry.Info(station, call, world, "orrery:StoreUses");
        var uses = Inquiry.Port<IStoreUses>(world);
        var bucket = call.Query("bucket");
        var since = Since(call);
        var views = world.Query(info, read =>
        {
            var to = DateOnly.FromDateTime(read.Now.UtcDateTime);
            var from = DateOnly.FromDateTime((read.Now - since).UtcDateTime);
            return uses.Read(read, info.Scope, from, to).Where(use => bucket is null || use.Bucket == bucket)
                .GroupBy(static use => (use.Bucket, use.Kind, use.StorageClass))
                .OrderBy(static same => same.Key.Bucket, StringComparer.Ordinal).ThenBy(static same => same.Key.Kind)
                .ThenBy(static same => same.Key.StorageClass, StringComparer.Ordinal)
                .Select(static same => new StoreUseView(
                    same.Key.Bucket, same.Key.Kind, same.Key.StorageClass, same.Sum(static use => use.Amount)))
                .ToArray();
        });
        var isMissing = views.Length == 0 && bucket is not null && world.Query(
            info, read => read.FindPort<IStoreAccess>()?.Find(read, new(Listing, $"arn:aws:s3:::{bucket}")) is null);
        return !isMissing
            ? AdminCall.Json(views, AdminJson.Default.StoreUseViewArray)
            : throw new ServiceException("NoSuchBucket", $"There is no bucket {bucket}.", 404);
    }

    private static TimeSpan Since(AdminCall call)
    {
        if (call.Query("since") is not { } text) return TimeSpan.FromDays(UsualDays);
        return Durations.TryParse(text, out var length) && length > TimeSpan.Zero
            ? length
            : throw new ServiceException("InvalidParameter", $"'since' is not {Durations.Help}: {text}");
    }
}
