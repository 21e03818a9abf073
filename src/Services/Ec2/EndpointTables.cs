using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables of VPC endpoints and endpoint services.</summary>
internal static class EndpointTables
{
    public static readonly Table<VpcEndpointId, VpcEndpointRecord> Endpoints =
        Table<VpcEndpointId, VpcEndpointRecord>.Resident(
            "ec2.vpc-endpoints", r => r.Id, () => EndpointJson.Default.VpcEndpointRecord);

    public static readonly Index<VpcEndpointId, VpcEndpointRecord> EndpointsByVpc =
        Endpoints.Index("vpc", e => e.VpcId.Value);

    public static readonly Index<VpcEndpointId, VpcEndpointRecord> EndpointsByService =
        Endpoints.Index("service", e => e.ServiceName);

    public static readonly Table<VpcEndpointServiceId, VpcEndpointServiceRecord> Services =
        Table<VpcEndpointServiceId, VpcEndpointServiceRecord>.Resident(
            "ec2.vpc-endpoint-services", r => r.Id, () => EndpointJson.Default.VpcEndpointServiceRecord);

    public static readonly Table<VpcEndpointConnectionId, VpcEndpointConnectionRecord> Connections =
        Table<VpcEndpointConnectionId, VpcEndpointConnectionRecord>.Resident(
            "ec2.vpc-endpoint-connections", r => r.Id, () => EndpointJson.Default.VpcEndpointConnectionRecord);

    public static readonly Index<VpcEndpointConnectionId, VpcEndpointConnectionRecord> ConnectionsByService =
        Connections.Index("service", c => c.ServiceId.Value);

    public static readonly Index<VpcEndpointConnectionId, VpcEndpointConnectionRecord> ConnectionsByEndpoint =
        Connections.Index("endpoint", c => c.EndpointId.Value);

    public static readonly Table<ConnectionNotificationId, ConnectionNotificationRecord> Notifications =
        Table<ConnectionNotificationId, ConnectionNotificationRecord>.Resident(
            "ec2.vpc-endpoint-notifications", r => r.Id, () => EndpointJson.Default.ConnectionNotificationRecord);

    public static readonly Index<ConnectionNotificationId, ConnectionNotificationRecord> NotificationsBySubject =
        Notifications.Index("subject", n => n.ServiceId?.Value ?? n.EndpointId?.Value);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Endpoints, Services, Connections, Notifications];
}
