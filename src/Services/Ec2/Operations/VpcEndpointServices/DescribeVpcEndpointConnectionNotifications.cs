using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>
/// Lists connection notifications. Filters: EC2 API Reference, DescribeVpcEndpointConnectionNotifications.
/// </summary>
public sealed class DescribeVpcEndpointConnectionNotifications
    : IReadOperation<
        DescribeVpcEndpointConnectionNotificationsRequest, DescribeVpcEndpointConnectionNotificationsResult>
{
    private static readonly Filters<ConnectionNotificationRecord> Filters = new Filters<ConnectionNotificationRecord>()
        .One("connection-notification-arn", n => n.TopicArn)
        .One("connection-notification-id", n => n.Id.Value)
        .One("connection-notification-state", (n, call) => ConnectionNotificationView.StateOf(n, call).ToWire())
        .One("connection-notification-type", _ => ConnectionNotificationType.Topic.ToWire())
        .One("service-id", n => n.ServiceId?.Value)
        .One("vpc-endpoint-id", n => n.EndpointId?.Value);

    /// <inheritdoc/>
    public DescribeVpcEndpointConnectionNotificationsResult Run(
        DescribeVpcEndpointConnectionNotificationsRequest request, ReadCall call)
    {
        IReadOnlyList<string>? ids = request.ConnectionNotificationId is { } id ? [id] : null;
        var query = new ListQuery(ids, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, EndpointKinds.Notification, Filters, query);
        return new()
        {
            ConnectionNotificationSet = page.As(n => ConnectionNotificationView.Of(n, call)),
            NextToken = page.NextToken,
        };
    }
}
