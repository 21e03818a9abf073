using System.Net;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary>Whether there is a bucket to tell of, or was one that something is charged for.</summary>
internal static class BucketCheck
{
    /// <summary>Asks for it.</summary>
    public static async Task<bool> IsKnownAsync(Run run, PlaceOptions where, string bucket, string? since)
    {
        var path = where.Explicit(
            run, AdminPaths.StoreUses, ("bucket", bucket), ("since", since), ("region", where.Usual(run)));
        using var response = await run.Orrery.AskAsync(new(HttpMethod.Get, path), run.Stop);
        return response.StatusCode != HttpStatusCode.NotFound;
    }

    /// <summary>Says that there is none.</summary>
    public static void Say(Screen screen, string bucket) =>
        screen.Line($"There is no bucket {Screen.Text(bucket)}, and nothing of one is charged for.");
}
