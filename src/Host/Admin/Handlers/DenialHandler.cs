using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Logging;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/explain/denied</c>: the calls that were denied, and why.</summary>
internal static class DenialHandler
{
    public static async Task<WireResponse> ListAsync(Station station, AdminCall call) => AdminCall.Json(
        [.. (await OfWorldAsync(station, call)).Select(denial => View(denial, isWhole: false))],
        AdminJson.Default.DenialViewArray);

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call, string requestId)
    {
        var found = (await OfWorldAsync(station, call)).FirstOrDefault(denial => denial.RequestId == requestId)
            ?? throw new ServiceException(
                "NoSuchDenial",
                $"No denied call has the request id {requestId}. The last {Denials.Most} since the start are kept.",
                404);
        return AdminCall.Json(View(found, isWhole: true), AdminJson.Default.DenialView);
    }

    private static async Task<IReadOnlyList<Denial>> OfWorldAsync(Station station, AdminCall call) =>
        station.Denials.Of((await station.Worlds.FindAsync(call.World)).Name);

    private static DenialView View(Denial denial, bool isWhole) => new(
        denial.RequestId,
        denial.At,
        denial.Info.Caller.Arn,
        denial.Info.Operation,
        denial.Info.Scope.Account,
        denial.Info.Scope.Region,
        denial.Message,
        isWhole ? Inquiry.View(denial.Decision.Root) : null,
        isWhole ? [.. denial.Decision.Remedies.Select(Inquiry.View)] : null);
}
