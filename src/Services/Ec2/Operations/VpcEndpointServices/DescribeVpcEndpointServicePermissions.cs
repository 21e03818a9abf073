using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>
/// Lists who may make endpoints to a service. Filters: EC2 API Reference, DescribeVpcEndpointServicePermissions.
/// </summary>
public sealed class DescribeVpcEndpointServicePermissions
    : IReadOperation<DescribeVpcEndpointServicePermissionsRequest, DescribeVpcEndpointServicePermissionsResult>
{
    private static readonly Filters<ServicePermissionRecord> Filters = new Filters<ServicePermissionRecord>()
        .One("principal", permission => permission.Principal)
        .One("principal-type", permission => permission.Type.ToWire());

    /// <inheritdoc/>
    public DescribeVpcEndpointServicePermissionsResult Run(
        DescribeVpcEndpointServicePermissionsRequest request, ReadCall call)
    {
        var service = EndpointServices.Get(call, request.ServiceId!);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var passes = Filters.Compile(request.Filters, call);
        var page = Lister.Cut(
            service.Permissions.OrderBy(permission => permission.Id, StringComparer.Ordinal)
                .Where(permission => string.CompareOrdinal(permission.Id, after) > 0 && passes(permission)),
            permission => permission.Id,
            request.MaxResults);
        return new()
        {
            AllowedPrincipals = page.As(permission => new AllowedPrincipal
            {
                PrincipalType = permission.Type,
                Principal = permission.Principal,
                ServicePermissionId = permission.Id,
                ServiceId = service.Id.Value,
                Tags = [],
            }),
            NextToken = page.NextToken,
        };
    }
}
