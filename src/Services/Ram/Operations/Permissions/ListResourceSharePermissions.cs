using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Permissions;

/// <summary>Lists the permissions of a share: those of the types in it, and those that were named.</summary>
public sealed class ListResourceSharePermissions
    : IReadOperation<ListResourceSharePermissionsRequest, ListResourceSharePermissionsResult>
{
    /// <inheritdoc/>
    public ListResourceSharePermissionsResult Run(ListResourceSharePermissionsRequest request, ReadCall call)
    {
        var share = Shares.Get(call, request.ResourceShareArn!);
        var types = ShareTypes.All.Where(t => ShareFilters.HasPermission(share, t.PermissionArn, null));
        var (items, next) = Pages.Of(types, t => t.PermissionArn, request.MaxResults, request.NextToken);
        return new() { Permissions = [.. items.Select(PermissionViews.Summary)], NextToken = next };
    }
}
