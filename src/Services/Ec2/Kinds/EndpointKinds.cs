using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of VPC endpoints and endpoint services. Codes: those that Terraform's provider knows
/// (InvalidVpcEndpointId.NotFound, InvalidVpcEndpointServiceId.NotFound, InvalidConnectionNotification); tag types: the
/// ResourceType enumeration of the EC2 model.
/// </summary>
internal static class EndpointKinds
{
    public static readonly TableKind<VpcEndpointId, VpcEndpointRecord> Endpoint = new(
        EndpointTables.Endpoints,
        "vpc-endpoint",
        new("InvalidVpcEndpointId.NotFound", "InvalidVpcEndpointId.Malformed", "Vpc Endpoint Id"));

    public static readonly TableKind<VpcEndpointServiceId, VpcEndpointServiceRecord> Service = new(
        EndpointTables.Services,
        "vpc-endpoint-service",
        new(
            "InvalidVpcEndpointServiceId.NotFound",
            "InvalidVpcEndpointServiceId.Malformed",
            "VpcEndpointService Id"));

    public static readonly TableKind<VpcEndpointConnectionId, VpcEndpointConnectionRecord> Connection = new(
        EndpointTables.Connections,
        "vpc-endpoint-connection",
        new(
            "InvalidVpcEndpointConnectionId.NotFound",
            "InvalidVpcEndpointConnectionId.Malformed",
            "VpcEndpointConnection Id"));

    /// <summary>Has no tags, so that it is not among <see cref="All"/>.</summary>
    public static readonly TableKind<ConnectionNotificationId, ConnectionNotificationRecord> Notification = new(
        EndpointTables.Notifications,
        "vpc-endpoint-connection-notification",
        new("InvalidConnectionNotification", "InvalidConnectionNotification", "connection notification"));

    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [Endpoint, Service, Connection];
}
