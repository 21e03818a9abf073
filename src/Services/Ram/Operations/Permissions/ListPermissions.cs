using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Permissions;

/// <summary>
/// Lists the permissions of what can be shared here: those that AWS manages, since customers' own are not served.
/// </summary>
public sealed class ListPermissions : IReadOperation<ListPermissionsRequest, ListPermissionsResult>
{
    /// <inheritdoc/>
    public ListPermissionsResult Run(ListPermissionsRequest request, ReadCall call)
    {
        var type = request.ResourceType is { } name ? ShareTypes.Get(name) : null;
        var types = ShareTypes.All.Where(t => type is null || t == type)
            .Where(_ => request.PermissionType is not PermissionTypeFilter.CustomerManaged);
        var (items, next) = Pages.Of(types, t => t.PermissionArn, request.MaxResults, request.NextToken);
        return new() { Permissions = [.. items.Select(PermissionViews.Summary)], NextToken = next };
    }
}
