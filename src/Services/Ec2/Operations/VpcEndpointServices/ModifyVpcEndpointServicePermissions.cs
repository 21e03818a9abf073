using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>
/// Lets principals make endpoints to a service, or no more; endpoints that are connected stay so.
/// </summary>
public sealed class ModifyVpcEndpointServicePermissions
    : IWriteOperation<ModifyVpcEndpointServicePermissionsRequest, ModifyVpcEndpointServicePermissionsResult>
{
    /// <inheritdoc/>
    public ModifyVpcEndpointServicePermissionsResult Run(ModifyVpcEndpointServicePermissionsRequest request, Call call)
    {
        var service = EndpointServices.Get(call, request.ServiceId!);
        var less = service.Permissions.RemoveAll(
            permission => request.RemoveAllowedPrincipals?.Contains(permission.Principal) == true);
        var added = (request.AddAllowedPrincipals ?? [])
            .Distinct(StringComparer.Ordinal)
            .Where(principal => !less.Any(permission => permission.Principal == principal))
            .Select(principal => new ServicePermissionRecord
            {
                Id = call.NewId("vpce-svc-perm"),
                Principal = principal,
                Type = ServicePrincipals.TypeOf(principal),
            })
            .ToList();
        call.Write(EndpointTables.Services).Put(service with { Permissions = less.AddRange(added) });
        return new() { AddedPrincipals = [.. added.Select(p => View(service, p))], ReturnValue = true };
    }

    private static AddedPrincipal View(VpcEndpointServiceRecord service, ServicePermissionRecord permission) => new()
    {
        PrincipalType = permission.Type,
        Principal = permission.Principal,
        ServicePermissionId = permission.Id,
        ServiceId = service.Id.Value,
    };
}
