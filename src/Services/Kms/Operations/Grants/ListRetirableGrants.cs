using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Services.Kms.Views;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Grants;

/// <summary>Lists the grants that a principal may retire.</summary>
public sealed class ListRetirableGrants : IReadOperation<ListRetirableGrantsRequest, ListRetirableGrantsResult>
{
    /// <inheritdoc/>
    public ListRetirableGrantsResult Run(ListRetirableGrantsRequest request, ReadCall call)
    {
        var grants = call.Read(Tables.Grants).By(Tables.GrantsByRetiring, request.RetiringPrincipal!);
        var (page, next) = Pages.Of(grants, g => g.Id.Value, request.Limit, request.Marker, standard: 50);
        return new()
        {
            Grants = [.. page.Select(g => KeyViews.Of(Places.Of(call, g.KeyId), g))],
            NextMarker = next,
            Truncated = next is not null,
        };
    }
}
