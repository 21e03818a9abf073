using Orrery.Host.Coverage;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/coverage</c>, with <c>?service=ec2</c> for one service.</summary>
internal static class CoverageHandler
{
    public static Task<WireResponse> ShowAsync(AdminCall call)
    {
        var views = CoverageTable.All();
        if (call.Query("service") is { } service)
            views = [.. views.Where(view => view.Service.Equals(service, StringComparison.OrdinalIgnoreCase))];
        return Task.FromResult(AdminCall.Json(views, AdminJson.Default.CoverageViewArray));
    }
}
