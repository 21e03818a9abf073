using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Permissions;

/// <summary>Tells what a permission allows. Each has one version.</summary>
public sealed class GetPermission : IReadOperation<GetPermissionRequest, GetPermissionResult>
{
    /// <inheritdoc/>
    public GetPermissionResult Run(GetPermissionRequest request, ReadCall call)
    {
        var type = ShareTypes.OfPermission(request.PermissionArn!);
        return request.PermissionVersion is null or 1
            ? new() { Permission = PermissionViews.Detail(type) }
            : throw Errors.Unknown($"Version {request.PermissionVersion} of permission {type.PermissionArn}");
    }
}
