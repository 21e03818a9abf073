using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Services.Kms.Views;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Grants;

/// <summary>Lists the grants of a key.</summary>
public sealed class ListGrants : IReadOperation<ListGrantsRequest, ListGrantsResult>
{
    /// <inheritdoc/>
    public ListGrantsResult Run(ListGrantsRequest request, ReadCall call)
    {
        var place = Places.Seen(call, request.KeyId!, "ListGrants");
        var grants = call.Read(Tables.Grants, place.Scope).By(Tables.GrantsByKey, place.Key.Id.Value)
            .Where(g => request.GrantId is null || g.Id.Value == request.GrantId)
            .Where(g => request.GranteePrincipal is null || g.Grantee == request.GranteePrincipal);
        var (page, next) = Pages.Of(grants, g => g.Id.Value, request.Limit, request.Marker, standard: 50);
        return new()
        {
            Grants = [.. page.Select(g => KeyViews.Of(place, g))], NextMarker = next, Truncated = next is not null,
        };
    }
}
